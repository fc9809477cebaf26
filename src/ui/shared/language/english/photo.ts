import { formats } from './formats.ts';
import { withArticle } from './names.ts';

/** One opened photo. */
export const photo = {
  close: 'Close photo',
  previous: 'Previous photo',
  next: 'Next photo',
  gone: 'This photo is no longer in the gallery.',
  match: (place: number, all: number) => `Match ${place} of ${all}`,
  filmstrip: 'Filmstrip',
  numbered: (place: number) => `Photo ${place}`,
  tools: 'Photo tools',
  allBoxes: 'All boxes',
  allBoxesKey: 'All boxes (B)',
  drawBox: 'Draw a box',
  drawBoxKey: 'Draw a box (D)',
  fullScreen: 'Full screen',
  fullScreenKey: 'Full screen (F)',
  leaveFullScreen: 'Leave full screen',
  leaveFullScreenKey: 'Leave full screen (F)',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: (percent: string) => `Zoom ${percent}, fit to the page`,
  moreActions: 'More actions',
  notLoaded: 'The objects in this photo could not be loaded.',
  noPicture: 'No picture is stored here. Drop the file on the page to see it.',
  shownItself: 'Shown: the photo itself',
  largerFull: 'Shown: the larger picture that is stored here, in full size',
  thumbnailFull: 'Shown: the thumbnail that is stored here, in full size',
  larger: (side: number) =>
    `Shown: the larger picture of ${formats.number(side)} px that is stored here. Drop the file on the page to see all of it.`,
  thumbnail: (side: number) =>
    `Shown: the thumbnail of ${formats.number(side)} px that is stored here. Drop the file on the page to see all of it.`,
  chooseOne: 'choose one to see where',
  categories: 'Categories',
  bar: (category: string, probability: string, gate: string) => `${category} ${probability}, gate ${gate}`,
  found: (probability: string, gate: string) => `Found: ${probability} reaches the gate of ${gate}`,
  notFound: (probability: string, gate: string) => `Not found: ${probability} is below the gate of ${gate}`,
  gateLegend: 'The category’s gate: a bar that reaches it counts as found.',
  lessSure: 'Facet is less sure of this category than of those it was trained for, and misses it more often.',
  showFewer: 'Show fewer',
  showAll: (count: number) => `Show all ${count} categories`,
  bySeveral: 'Search by several',
  not: (category: string) => `Not ${withArticle(category)}`,
  thereIs: (category: string) => `There is ${withArticle(category)}`,
  saidNot: (category: string) => `You said: not ${withArticle(category)}.`,
  saidThereIs: (category: string) => `You said: there is ${withArticle(category)}.`,
  correctionsUnread: 'The corrections could not be read',
  notCorrected: 'The correction was not saved',
  perhaps: (category: string, probability: string) => `perhaps ${category} ${probability}`,
};

/** The chosen object, and several of them. */
export const object = {
  chosen: 'Chosen object',
  yourBox: 'Your box',
  yourBoxKeys: 'Arrow keys move it, with Shift they size it. Escape takes it away.',
  proposals: (count: number) => `${count} proposals`,
  proposal: (place: number) => `Proposal ${place}`,
  proposalOf: (place: number, all: number) => `Proposal ${place} of ${all}`,
  proposalNamed: (place: number, name: string) => `Proposal ${place}, ${name}`,
  share: (percent: string) => `${percent} of the photo`,
  previous: 'Previous proposal',
  next: 'Next proposal',
  deselect: 'Deselect the object',
  looking: 'Looking at what is in it…',
  byThis: 'Search by this object',
  categories: 'Categories of this object',
  alike: 'Photos with something like it',
  several: 'Objects to search by',
  leaveOut: (name: string) => `Leave out ${name}`,
  addAnother: 'Choose another object in the photo and add it.',
  byThese: (count: number) => `Search by these ${count} objects`,
};

/** How the network came to what it found. */
export const seeing = {
  title: 'How it sees',
  show: 'Show on the photo',
  kinds: {
    objects: 'Objects',
    proposals: 'Proposals',
    superpixels: 'Superpixels',
    pyramid: 'Pyramid',
    heat: 'Heat map',
  },
  proposalsShown: 'Proposals shown',
  ofProposals: (count: number, all: number) => `${count} of ${all} proposals`,
  objects: 'One box for each category that was found. Point at the photo for what else could be an object.',
  proposals: 'Boxes that may hold an object, strongest first, found from the picture’s edges alone.',
  pyramid: (maps: string) =>
    `The network reads the photo once, into maps of ${maps} cells. In the chosen box it keeps the strongest value of every channel.`,
  cells: 'Cells of the feature maps in the box',
  heat: (category: string) =>
    `How sure the proposals that cover a place are of ${category}. Choose another category above.`,
  where: (category: string, percent: string) => `Where ${category} is, up to ${percent}`,
  howSure: (category: string) => `How sure of ${category}`,
  finding: 'Finding superpixels…',
  superpixels: (count: number) =>
    `${formats.counted(count, { one: 'superpixel', other: 'superpixels' })}. Point at one, tap it, or move the seed with the arrow keys: the colours show how far the others are from it, measured by the edges in between.`,
  superpixelCount: (count: number) => `${count} superpixels`,
  superpixelKeys: 'Arrow keys move the point from which distances are measured.',
  seed: (across: string, down: string, far: string) =>
    `Seed ${across} across and ${down} down; the farthest superpixel lies ${far} away.`,
  distanceFrom: 'Geodesic distance from the seed',
  distance: 'Geodesic distance',
  zeroSeed: '0, the seed',
};

/** Why a photo matched. */
export const match = {
  query: 'Query',
  match: 'Match',
  why: 'Why it matched',
  samePicture: 'The same picture, perhaps edited. ',
  byCode: (category: string) => `By the ${category} code`,
  byLooks: 'By looks alone',
  similar: 'Similar overall',
  agree: (agreeing: number, bits: number) => `: ${agreeing} of ${bits} bits agree.`,
  both: 'What both contain',
  order: 'query above, match below',
  bothCategories: 'Categories of both photos',
  inBoth: 'In the query and in the match',
  codesLabel: 'The codes',
  codes: 'Their codes',
  codesOf: (category: string) => `Their ${category} codes`,
  bits: (count: number) => `${count} bits`,
  looks: 'What both look like',
  looksOf: (category: string) => `What each ${category} looks like`,
  differOf: (count: number, bits: number) =>
    `${count} of ${formats.counted(bits, { one: 'bit', other: 'bits' })} differ`,
  differ: (count: number) => (count === 1 ? '1 bit differs' : `${count} bits differ`),
};
