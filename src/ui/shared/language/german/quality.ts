import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });

export const quality = {
  title: 'Qualität',
  about:
    'Wie oft hat Facet recht? Miss es an einem Ordner mit Fotos, deren Inhalt bekannt ist, oder beantworte Fragen zu deinen eigenen Fotos.',
  open: 'Qualität messen …',
  fetching: 'Die Messung wird geladen …',
  drop: 'An diesem Ordner messen',
  dropHint: 'Fotos mit Beschriftung: Nichts davon kommt in die Galerie',

  folderTitle: 'An einem beschrifteten Ordner',
  folderHelp:
    'Ein Ordner im Aufbau von PASCAL VOC oder COCO, mit einer Tabelle (CSV: eine Spalte für das Foto und eine für seine Kategorien) oder mit Ordnern, die nach ihrem Inhalt benannt sind. Hat er eine Test- oder Val-Liste, werden nur diese Fotos gemessen. Sie werden hier angesehen und bleiben aus deiner Galerie heraus.',
  choose: 'Ordner wählen …',
  measuring: (done, total) =>
    `${formats.number(done)} von ${formats.counted(total, { one: 'Foto', other: 'Fotos' })} angesehen`,
  reading: 'Die Beschriftung wird gelesen …',
  progress: 'Angesehene Fotos',
  stop: 'Anhalten',
  failed: 'Dieser Ordner konnte nicht gemessen werden',
  reportsUnread: 'Die Berichte konnten nicht gelesen werden',
  report: 'Bericht',
  reportOf: (folder, count, network, day) => `${folder}, ${photos(count)}, ${network}, ${day}`,
  compare: 'Daneben',
  compareNone: 'Nichts daneben',
  forget: 'Diesen Bericht löschen',
  asJson: 'Als JSON speichern',
  asCsv: 'Kategorien als CSV speichern',

  figures: 'Zahlen',
  labelMap: 'Mittlere Genauigkeit der Kategorien (mAP)',
  searchMap: 'Mittlere Genauigkeit von „Mehr wie dieses“ (mAP)',
  ndcg: 'Dasselbe, danach, wie viel Fotos gemeinsam haben (NDCG@100)',
  categoryMap: 'Mittlere Genauigkeit der Suche nach einer Kategorie (mAP)',
  ece: 'Kalibrierungsfehler (ECE)',
  corloc: 'Rahmen, die das Objekt zur Hälfte treffen (CorLoc)',
  pointing: 'Rahmen, deren Mitte auf dem Objekt liegt',
  figure: 'Zahl',
  this: 'Dieser Bericht',
  other: 'Daneben',
  howMeasured: (count) =>
    `Die Fotos suchen sich gegenseitig, jedes fehlt in seiner eigenen Antwort. Die Bereiche gelten zu 95 % und für Fotos wie diese ${formats.number(count)}.`,
  single:
    'Von jedem Foto gilt nur die Kategorie seines Ordners als vorhanden; was sonst noch darauf ist, zählt gegen Facet.',
  unknown: (labels) => `Facet hat keine Kategorie für: ${labels}.`,
  unreadable: (count) => `${photos(count)} nicht lesbar`,
  notes: 'Was von der Beschriftung nicht verwendet wurde',

  calibration: 'Kalibrierung',
  calibrationHelp:
    'Von dem, was Facet mit 70 % sagt, sollten 70 % stimmen: Punkte auf der Linie sind so sicher, wie sie sein sollten.',
  said: 'Gesagt',
  right: 'Richtig',
  interval: 'Bereich zu 95 %',
  count: 'Angesehen',
  dashed: 'Gestrichelt: der Bericht daneben.',
  table: 'Dasselbe als Tabelle',
  from: (low, high) => `${low} bis ${high}`,

  categories: 'Kategorien',
  category: 'Kategorie',
  holding: 'Fotos',
  ap: 'Genauigkeit (AP)',
  apOther: 'Daneben',
  gate: 'Schwelle',
  precision: 'Richtig von dem, was gesagt wird',
  recall: 'Gesagt von dem, was da ist',

  confusions: 'Was wofür gehalten wird',
  confusionsHelp: 'Zeilen sagen, was da ist, Spalten, was Facet sagt. Drück auf eine Zahl, um die Fotos zu sehen.',
  there: 'Da ist',
  missed: 'übersehen',
  cell: (truth, said, count) => `${truth}, gesagt ${said}: ${photos(count)}`,
  cellMissed: (truth, count) => `${truth}, übersehen: ${photos(count)}`,
  cellTitle: (truth, said) => `Da: ${truth}. Gesagt: ${said}`,
  missedTitle: (truth) => `Da: ${truth}. Facet hat es übersehen`,
  more: (count) => `… und ${formats.number(count)} weitere`,
  sure: (category, percent) => `${category} ${percent} %`,

  worst: 'Fotos, die Ähnliches schlecht finden',
  worstHelp: 'Das erste ist das Foto, mit dem gesucht wurde; seine ersten fünf Antworten folgen.',
  worstOf: (ap) => `mittlere Genauigkeit ${ap}`,
  answer: (place) => `Antwort ${place}`,

  ownTitle: 'An deinen eigenen Fotos',
  ownHelp:
    'Bis zu sechzig Fragen, zufällig gezogen aus allem, was Facet sicher, unsicher und beinahe sagt. Deine Antworten bleiben hier.',
  ask: 'Frag mich',
  askAgain: 'Neue Fragen ziehen',
  notAsked: 'Es gibt nichts zu fragen',
  question: (category) => `Ist auf diesem Foto: ${category}?`,
  of: (place, all) => `Frage ${formats.number(place)} von ${formats.number(all)}`,
  yes: 'Ja',
  no: 'Nein',
  skip: 'Nicht zu erkennen',
  back: 'Eine zurück',
  keys: 'Tasten: Y ja, N nein, S nicht zu erkennen, Rücktaste eine zurück.',
  done: 'Alle Fragen sind beantwortet.',
  answered: (count) => formats.counted(count, { one: 'Antwort', other: 'Antworten' }),
  ownPrecision: 'Richtig von dem, was Facet sagt',
  ownRecall: 'Gesagt von dem, was da ist',
  ownRecallHelp: 'Was Facet weniger als 2 % gibt, wird nicht gefragt und zählt in der zweiten Zahl nicht mit.',
} satisfies Catalogue['quality'];
