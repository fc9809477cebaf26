import { formats } from './formats.ts';
import { withArticle } from './names.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });

/** How good Facet is, measured. */
export const quality = {
  title: 'Quality',
  about:
    'How often is Facet right? Measure it on a folder of photos whose contents are known, or by answering questions about your own photos.',
  open: 'Measure the quality…',
  fetching: 'Fetching the measures…',
  drop: 'Measure on this folder',
  dropHint: 'Photos with labels: nothing of it is added to the gallery',

  folderTitle: 'On a labelled folder',
  folderHelp:
    'A folder in the layout of PASCAL VOC or COCO, with a table (CSV: a column for the photo and one for its categories), or with folders that are named after what is in them. Where it has a test or val list, only those photos are measured. They are looked at here and stay out of your gallery.',
  choose: 'Choose a folder…',
  measuring: (done: number, total: number) => `${formats.number(done)} of ${photos(total)} looked at`,
  reading: 'Reading the labels…',
  progress: 'Photos looked at',
  stop: 'Stop',
  failed: 'This folder could not be measured',
  reportsUnread: 'The reports could not be read',
  report: 'Report',
  reportOf: (folder: string, count: number, network: string, day: string) =>
    `${folder}, ${photos(count)}, ${network}, ${day}`,
  compare: 'Beside it',
  compareNone: 'Nothing beside it',
  forget: 'Delete this report',
  asJson: 'Save as JSON',
  asCsv: 'Save the categories as CSV',

  figures: 'Figures',
  labelMap: 'Mean average precision of the categories',
  searchMap: 'Mean average precision of “more like this”',
  ndcg: 'The same, by how much photos share (NDCG@100)',
  categoryMap: 'Mean average precision of search by a category',
  ece: 'Calibration error (ECE)',
  corloc: 'Boxes that overlap the object by half (CorLoc)',
  pointing: 'Boxes whose middle is on the object',
  figure: 'Figure',
  this: 'This report',
  other: 'Beside it',
  howMeasured: (count: number) =>
    `Photos search each other, each is left out of its own answer. Intervals hold for 95 % and for photos like these ${formats.number(count)}.`,
  single: 'Each photo counts as holding the category of its folder alone, so what else is in it counts against Facet.',
  unknown: (labels: string) => `Facet has no category for: ${labels}.`,
  unreadable: (count: number) => `${photos(count)} could not be read`,
  notes: 'What of the labels was not used',

  calibration: 'Calibration',
  calibrationHelp:
    'Of what Facet says with 70 %, 70 % should be right: points on the line are as sure as they should be.',
  said: 'Said',
  right: 'Right',
  interval: '95 % interval',
  count: 'Looked at',
  dashed: 'Dashed: the report beside it.',
  table: 'The same as a table',
  from: (low: string, high: string) => `${low} to ${high}`,

  categories: 'Categories',
  category: 'Category',
  holding: 'Photos',
  ap: 'Average precision',
  apOther: 'Beside it',
  gate: 'Gate',
  precision: 'Right of what is said',
  recall: 'Said of what is there',

  confusions: 'What is taken for what',
  confusionsHelp: 'Rows are what is there, columns what Facet said. Press a number to see the photos.',
  there: 'There',
  missed: 'missed',
  cell: (truth: string, said: string, count: number) => `${truth}, said ${said}: ${photos(count)}`,
  cellMissed: (truth: string, count: number) => `${truth}, missed: ${photos(count)}`,
  cellTitle: (truth: string, said: string) => `${truth} is there, Facet said ${said}`,
  missedTitle: (truth: string) => `${truth} is there, Facet missed it`,
  more: (count: number) => `… and ${formats.number(count)} more`,
  sure: (category: string, percent: number) => `${category} ${percent} %`,

  worst: 'Photos that find their like badly',
  worstHelp: 'The first is the photo that was searched by; its first five answers follow.',
  worstOf: (ap: string) => `average precision ${ap}`,
  answer: (place: number) => `Answer ${place}`,

  ownTitle: 'On your own photos',
  ownHelp:
    'Up to sixty questions, drawn by chance from everything that Facet says surely, unsurely and nearly says. Your answers stay here.',
  ask: 'Ask me',
  askAgain: 'Draw new questions',
  notAsked: 'There is nothing to ask about',
  question: (category: string) => `Is there ${withArticle(category)} in this photo?`,
  of: (place: number, all: number) => `Question ${formats.number(place)} of ${formats.number(all)}`,
  yes: 'Yes',
  no: 'No',
  skip: 'I cannot tell',
  back: 'One back',
  keys: 'Keys: Y yes, N no, S cannot tell, Backspace one back.',
  done: 'All questions are answered.',
  answered: (count: number) => formats.counted(count, { one: 'answer', other: 'answers' }),
  ownPrecision: 'Right of what Facet says',
  ownRecall: 'Said of what is there',
  ownRecallHelp: 'What Facet gave less than 2 % is not asked about and not in the second figure.',
};
