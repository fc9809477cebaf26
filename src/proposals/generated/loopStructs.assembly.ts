// Made by `npm run assembly` from the *.arguments.ts of the stages, where each field is explained. Do not edit.
@unmanaged export class MlpLayer {
  inputs: i32 = 0;
  outputs: i32 = 0;
  weights: usize = 0; // Float64Array
  bias: usize = 0; // Float64Array
}
if (offsetof<MlpLayer>('inputs') != 0 || offsetof<MlpLayer>('outputs') != 4 || offsetof<MlpLayer>('weights') != 8 || offsetof<MlpLayer>('bias') != 12) ERROR('MlpLayer is not laid out as the host writes it');
export const layoutOfMlpLayer: i32 = -1804643010;
@unmanaged export class EastStrengthArguments {
  lightness: usize = 0; // Float32Array
  a: usize = 0; // Float32Array
  b: usize = 0; // Float32Array
  width: i32 = 0;
  height: i32 = 0;
  sums: usize = 0; // Float64Array
  narrowRadius: i32 = 0;
  wideRadius: i32 = 0;
  narrowWeight: f64 = 0;
  wideWeight: f64 = 0;
  halfStrength: f64 = 0;
  out: usize = 0; // Float32Array
}
if (offsetof<EastStrengthArguments>('lightness') != 0 || offsetof<EastStrengthArguments>('a') != 4 || offsetof<EastStrengthArguments>('b') != 8 || offsetof<EastStrengthArguments>('width') != 12 || offsetof<EastStrengthArguments>('height') != 16 || offsetof<EastStrengthArguments>('sums') != 20 || offsetof<EastStrengthArguments>('narrowRadius') != 24 || offsetof<EastStrengthArguments>('wideRadius') != 28 || offsetof<EastStrengthArguments>('narrowWeight') != 32 || offsetof<EastStrengthArguments>('wideWeight') != 40 || offsetof<EastStrengthArguments>('halfStrength') != 48 || offsetof<EastStrengthArguments>('out') != 56) ERROR('EastStrengthArguments is not laid out as the host writes it');
export const layoutOfEastStrengthArguments: i32 = 452086679;
@unmanaged export class SouthStrengthArguments {
  lightness: usize = 0; // Float32Array
  a: usize = 0; // Float32Array
  b: usize = 0; // Float32Array
  width: i32 = 0;
  height: i32 = 0;
  sums: usize = 0; // Float64Array
  narrowRadius: i32 = 0;
  wideRadius: i32 = 0;
  narrowWeight: f64 = 0;
  wideWeight: f64 = 0;
  halfStrength: f64 = 0;
  out: usize = 0; // Float32Array
}
if (offsetof<SouthStrengthArguments>('lightness') != 0 || offsetof<SouthStrengthArguments>('a') != 4 || offsetof<SouthStrengthArguments>('b') != 8 || offsetof<SouthStrengthArguments>('width') != 12 || offsetof<SouthStrengthArguments>('height') != 16 || offsetof<SouthStrengthArguments>('sums') != 20 || offsetof<SouthStrengthArguments>('narrowRadius') != 24 || offsetof<SouthStrengthArguments>('wideRadius') != 28 || offsetof<SouthStrengthArguments>('narrowWeight') != 32 || offsetof<SouthStrengthArguments>('wideWeight') != 40 || offsetof<SouthStrengthArguments>('halfStrength') != 48 || offsetof<SouthStrengthArguments>('out') != 56) ERROR('SouthStrengthArguments is not laid out as the host writes it');
export const layoutOfSouthStrengthArguments: i32 = -1137002363;
@unmanaged export class SkewArguments {
  strength: usize = 0; // Float32Array
  width: i32 = 0;
  height: i32 = 0;
  columns: i32 = 0;
  rows: i32 = 0;
  out: usize = 0; // Float32Array
}
if (offsetof<SkewArguments>('strength') != 0 || offsetof<SkewArguments>('width') != 4 || offsetof<SkewArguments>('height') != 8 || offsetof<SkewArguments>('columns') != 12 || offsetof<SkewArguments>('rows') != 16 || offsetof<SkewArguments>('out') != 20) ERROR('SkewArguments is not laid out as the host writes it');
export const layoutOfSkewArguments: i32 = -1492273559;
@unmanaged export class AssignArguments {
  east: usize = 0; // Float32Array
  south: usize = 0; // Float32Array
  width: i32 = 0;
  height: i32 = 0;
  centres: usize = 0; // Int32Array
  centreCount: i32 = 0;
  sweeps: i32 = 0;
  stepCost: f64 = 0;
  distance: usize = 0; // Float32Array
  skewedLabels: usize = 0; // Int32Array
  labels: usize = 0; // Int32Array
}
if (offsetof<AssignArguments>('east') != 0 || offsetof<AssignArguments>('south') != 4 || offsetof<AssignArguments>('width') != 8 || offsetof<AssignArguments>('height') != 12 || offsetof<AssignArguments>('centres') != 16 || offsetof<AssignArguments>('centreCount') != 20 || offsetof<AssignArguments>('sweeps') != 24 || offsetof<AssignArguments>('stepCost') != 32 || offsetof<AssignArguments>('distance') != 40 || offsetof<AssignArguments>('skewedLabels') != 44 || offsetof<AssignArguments>('labels') != 48) ERROR('AssignArguments is not laid out as the host writes it');
export const layoutOfAssignArguments: i32 = -216999634;
@unmanaged export class CentroidSumsArguments {
  labels: usize = 0; // Int32Array
  width: i32 = 0;
  height: i32 = 0;
  starts: usize = 0; // Int32Array
  sums: usize = 0; // Float64Array
}
if (offsetof<CentroidSumsArguments>('labels') != 0 || offsetof<CentroidSumsArguments>('width') != 4 || offsetof<CentroidSumsArguments>('height') != 8 || offsetof<CentroidSumsArguments>('starts') != 12 || offsetof<CentroidSumsArguments>('sums') != 16) ERROR('CentroidSumsArguments is not laid out as the host writes it');
export const layoutOfCentroidSumsArguments: i32 = -1428604177;
@unmanaged export class KeepLargestPartsArguments {
  labels: usize = 0; // Int32Array
  width: i32 = 0;
  height: i32 = 0;
  labelCount: i32 = 0;
  starts: usize = 0; // Int32Array
  joined: usize = 0; // Int32Array
  pixels: usize = 0; // Int32Array
  queue: usize = 0; // Int32Array
  largest: usize = 0; // Int32Array
  largestSize: usize = 0; // Int32Array
  closed: usize = 0; // Int32Array
}
if (offsetof<KeepLargestPartsArguments>('labels') != 0 || offsetof<KeepLargestPartsArguments>('width') != 4 || offsetof<KeepLargestPartsArguments>('height') != 8 || offsetof<KeepLargestPartsArguments>('labelCount') != 12 || offsetof<KeepLargestPartsArguments>('starts') != 16 || offsetof<KeepLargestPartsArguments>('joined') != 20 || offsetof<KeepLargestPartsArguments>('pixels') != 24 || offsetof<KeepLargestPartsArguments>('queue') != 28 || offsetof<KeepLargestPartsArguments>('largest') != 32 || offsetof<KeepLargestPartsArguments>('largestSize') != 36 || offsetof<KeepLargestPartsArguments>('closed') != 40) ERROR('KeepLargestPartsArguments is not laid out as the host writes it');
export const layoutOfKeepLargestPartsArguments: i32 = 2066237972;
@unmanaged export class SuperpixelShapesArguments {
  labels: usize = 0; // Int32Array
  width: i32 = 0;
  height: i32 = 0;
  starts: usize = 0; // Int32Array
  area: usize = 0; // Float32Array
  x0: usize = 0; // Int32Array
  y0: usize = 0; // Int32Array
  x1: usize = 0; // Int32Array
  y1: usize = 0; // Int32Array
}
if (offsetof<SuperpixelShapesArguments>('labels') != 0 || offsetof<SuperpixelShapesArguments>('width') != 4 || offsetof<SuperpixelShapesArguments>('height') != 8 || offsetof<SuperpixelShapesArguments>('starts') != 12 || offsetof<SuperpixelShapesArguments>('area') != 16 || offsetof<SuperpixelShapesArguments>('x0') != 20 || offsetof<SuperpixelShapesArguments>('y0') != 24 || offsetof<SuperpixelShapesArguments>('x1') != 28 || offsetof<SuperpixelShapesArguments>('y1') != 32) ERROR('SuperpixelShapesArguments is not laid out as the host writes it');
export const layoutOfSuperpixelShapesArguments: i32 = -229138102;
@unmanaged export class AppearanceArguments {
  lightness: usize = 0; // Float32Array
  a: usize = 0; // Float32Array
  b: usize = 0; // Float32Array
  labels: usize = 0; // Int32Array
  width: i32 = 0;
  height: i32 = 0;
  count: i32 = 0;
  magnitudeEnds: usize = 0; // Float64Array
  rows: usize = 0; // Float32Array
  histogram: usize = 0; // Float32Array
  moments: usize = 0; // Float32Array
}
if (offsetof<AppearanceArguments>('lightness') != 0 || offsetof<AppearanceArguments>('a') != 4 || offsetof<AppearanceArguments>('b') != 8 || offsetof<AppearanceArguments>('labels') != 12 || offsetof<AppearanceArguments>('width') != 16 || offsetof<AppearanceArguments>('height') != 20 || offsetof<AppearanceArguments>('count') != 24 || offsetof<AppearanceArguments>('magnitudeEnds') != 28 || offsetof<AppearanceArguments>('rows') != 32 || offsetof<AppearanceArguments>('histogram') != 36 || offsetof<AppearanceArguments>('moments') != 40) ERROR('AppearanceArguments is not laid out as the host writes it');
export const layoutOfAppearanceArguments: i32 = -1431721932;
@unmanaged export class SuperpixelEdgesArguments {
  labels: usize = 0; // Int32Array
  east: usize = 0; // Float32Array
  south: usize = 0; // Float32Array
  width: i32 = 0;
  height: i32 = 0;
  nodeCount: i32 = 0;
  table: usize = 0; // Int32Array
  tableBits: i32 = 0;
  edgeA: usize = 0; // Int32Array
  edgeB: usize = 0; // Int32Array
  edgeLength: usize = 0; // Float32Array
  lowQuartile: usize = 0; // Float32Array
  median: usize = 0; // Float32Array
  highQuartile: usize = 0; // Float32Array
  histogram: usize = 0; // Uint32Array
}
if (offsetof<SuperpixelEdgesArguments>('labels') != 0 || offsetof<SuperpixelEdgesArguments>('east') != 4 || offsetof<SuperpixelEdgesArguments>('south') != 8 || offsetof<SuperpixelEdgesArguments>('width') != 12 || offsetof<SuperpixelEdgesArguments>('height') != 16 || offsetof<SuperpixelEdgesArguments>('nodeCount') != 20 || offsetof<SuperpixelEdgesArguments>('table') != 24 || offsetof<SuperpixelEdgesArguments>('tableBits') != 28 || offsetof<SuperpixelEdgesArguments>('edgeA') != 32 || offsetof<SuperpixelEdgesArguments>('edgeB') != 36 || offsetof<SuperpixelEdgesArguments>('edgeLength') != 40 || offsetof<SuperpixelEdgesArguments>('lowQuartile') != 44 || offsetof<SuperpixelEdgesArguments>('median') != 48 || offsetof<SuperpixelEdgesArguments>('highQuartile') != 52 || offsetof<SuperpixelEdgesArguments>('histogram') != 56) ERROR('SuperpixelEdgesArguments is not laid out as the host writes it');
export const layoutOfSuperpixelEdgesArguments: i32 = 1020190305;
@unmanaged export class SpreadArguments {
  rowStart: usize = 0; // Int32Array
  neighbour: usize = 0; // Int32Array
  slotCost: usize = 0; // Float32Array
  distance: usize = 0; // Float32Array
  newest: usize = 0; // Int32Array
  node: usize = 0; // Int32Array
  before: usize = 0; // Int32Array
  done: usize = 0; // Uint8Array
  buckets: i32 = 0;
  sources: i32 = 0;
  bucketsPerUnit: f64 = 0;
}
if (offsetof<SpreadArguments>('rowStart') != 0 || offsetof<SpreadArguments>('neighbour') != 4 || offsetof<SpreadArguments>('slotCost') != 8 || offsetof<SpreadArguments>('distance') != 12 || offsetof<SpreadArguments>('newest') != 16 || offsetof<SpreadArguments>('node') != 20 || offsetof<SpreadArguments>('before') != 24 || offsetof<SpreadArguments>('done') != 28 || offsetof<SpreadArguments>('buckets') != 32 || offsetof<SpreadArguments>('sources') != 36 || offsetof<SpreadArguments>('bucketsPerUnit') != 40) ERROR('SpreadArguments is not laid out as the host writes it');
export const layoutOfSpreadArguments: i32 = -729679529;
@unmanaged export class MergeTreeArguments {
  nodeCount: i32 = 0;
  edgeCount: i32 = 0;
  edgeA: usize = 0; // Int32Array
  edgeB: usize = 0; // Int32Array
  edgeLength: usize = 0; // Float32Array
  edgeWeight: usize = 0; // Float32Array
  superpixelArea: usize = 0; // Float32Array
  x0: usize = 0; // Int32Array
  y0: usize = 0; // Int32Array
  x1: usize = 0; // Int32Array
  y1: usize = 0; // Int32Array
  superpixelHistogram: usize = 0; // Float32Array
  photoArea: f64 = 0;
  leastInPair: f64 = 0;
  leastInTriple: f64 = 0;
  colour: f64 = 0;
  texture: f64 = 0;
  size: f64 = 0;
  fill: f64 = 0;
  border: f64 = 0;
  weightedBorder: f64 = 0;
  box: usize = 0; // Float32Array
  area: usize = 0; // Float32Array
  root: usize = 0; // Float64Array
  histogram: usize = 0; // Float32Array
  shares: usize = 0; // Float64Array
  head: usize = 0; // Int32Array
  alive: usize = 0; // Int32Array
  length: usize = 0; // Float32Array
  strength: usize = 0; // Float32Array
  touched: usize = 0; // Int32Array
  joining: usize = 0; // Float32Array
  links: usize = 0; // Int32Array
  linkRoom: i32 = 0;
  heap: usize = 0; // Int32Array
  heapRoom: i32 = 0;
  left: usize = 0; // Int32Array
  right: usize = 0; // Int32Array
  cost: usize = 0; // Float32Array
  unionA: usize = 0; // Int32Array
  unionB: usize = 0; // Int32Array
  unionC: usize = 0; // Int32Array
  unionCost: usize = 0; // Float32Array
  unionRoom: i32 = 0;
  merges: i32 = 0;
  unions: i32 = 0;
}
if (offsetof<MergeTreeArguments>('nodeCount') != 0 || offsetof<MergeTreeArguments>('edgeCount') != 4 || offsetof<MergeTreeArguments>('edgeA') != 8 || offsetof<MergeTreeArguments>('edgeB') != 12 || offsetof<MergeTreeArguments>('edgeLength') != 16 || offsetof<MergeTreeArguments>('edgeWeight') != 20 || offsetof<MergeTreeArguments>('superpixelArea') != 24 || offsetof<MergeTreeArguments>('x0') != 28 || offsetof<MergeTreeArguments>('y0') != 32 || offsetof<MergeTreeArguments>('x1') != 36 || offsetof<MergeTreeArguments>('y1') != 40 || offsetof<MergeTreeArguments>('superpixelHistogram') != 44 || offsetof<MergeTreeArguments>('photoArea') != 48 || offsetof<MergeTreeArguments>('leastInPair') != 56 || offsetof<MergeTreeArguments>('leastInTriple') != 64 || offsetof<MergeTreeArguments>('colour') != 72 || offsetof<MergeTreeArguments>('texture') != 80 || offsetof<MergeTreeArguments>('size') != 88 || offsetof<MergeTreeArguments>('fill') != 96 || offsetof<MergeTreeArguments>('border') != 104 || offsetof<MergeTreeArguments>('weightedBorder') != 112 || offsetof<MergeTreeArguments>('box') != 120 || offsetof<MergeTreeArguments>('area') != 124 || offsetof<MergeTreeArguments>('root') != 128 || offsetof<MergeTreeArguments>('histogram') != 132 || offsetof<MergeTreeArguments>('shares') != 136 || offsetof<MergeTreeArguments>('head') != 140 || offsetof<MergeTreeArguments>('alive') != 144 || offsetof<MergeTreeArguments>('length') != 148 || offsetof<MergeTreeArguments>('strength') != 152 || offsetof<MergeTreeArguments>('touched') != 156 || offsetof<MergeTreeArguments>('joining') != 160 || offsetof<MergeTreeArguments>('links') != 164 || offsetof<MergeTreeArguments>('linkRoom') != 168 || offsetof<MergeTreeArguments>('heap') != 172 || offsetof<MergeTreeArguments>('heapRoom') != 176 || offsetof<MergeTreeArguments>('left') != 180 || offsetof<MergeTreeArguments>('right') != 184 || offsetof<MergeTreeArguments>('cost') != 188 || offsetof<MergeTreeArguments>('unionA') != 192 || offsetof<MergeTreeArguments>('unionB') != 196 || offsetof<MergeTreeArguments>('unionC') != 200 || offsetof<MergeTreeArguments>('unionCost') != 204 || offsetof<MergeTreeArguments>('unionRoom') != 208 || offsetof<MergeTreeArguments>('merges') != 212 || offsetof<MergeTreeArguments>('unions') != 216) ERROR('MergeTreeArguments is not laid out as the host writes it');
export const layoutOfMergeTreeArguments: i32 = 114637252;
@unmanaged export class SortByDistanceArguments {
  distance: usize = 0; // Float32Array
  nodeCount: i32 = 0;
  order: usize = 0; // Int32Array
  keys: usize = 0; // Uint32Array
  swapKeys: usize = 0; // Uint32Array
  swapOrder: usize = 0; // Int32Array
  counts: usize = 0; // Uint32Array
}
if (offsetof<SortByDistanceArguments>('distance') != 0 || offsetof<SortByDistanceArguments>('nodeCount') != 4 || offsetof<SortByDistanceArguments>('order') != 8 || offsetof<SortByDistanceArguments>('keys') != 12 || offsetof<SortByDistanceArguments>('swapKeys') != 16 || offsetof<SortByDistanceArguments>('swapOrder') != 20 || offsetof<SortByDistanceArguments>('counts') != 24) ERROR('SortByDistanceArguments is not laid out as the host writes it');
export const layoutOfSortByDistanceArguments: i32 = -811520633;
@unmanaged export class CriticalLevelsArguments {
  distance: usize = 0; // Float32Array
  area: usize = 0; // Float32Array
  order: usize = 0; // Int32Array
  nodeCount: i32 = 0;
  maxLevels: i32 = 0;
  maxIou: f64 = 0;
  cumulative: usize = 0; // Float32Array
  steps: usize = 0; // Float64Array
  taken: usize = 0; // Int32Array
  gaps: usize = 0; // Float32Array
}
if (offsetof<CriticalLevelsArguments>('distance') != 0 || offsetof<CriticalLevelsArguments>('area') != 4 || offsetof<CriticalLevelsArguments>('order') != 8 || offsetof<CriticalLevelsArguments>('nodeCount') != 12 || offsetof<CriticalLevelsArguments>('maxLevels') != 16 || offsetof<CriticalLevelsArguments>('maxIou') != 24 || offsetof<CriticalLevelsArguments>('cumulative') != 32 || offsetof<CriticalLevelsArguments>('steps') != 36 || offsetof<CriticalLevelsArguments>('taken') != 40 || offsetof<CriticalLevelsArguments>('gaps') != 44) ERROR('CriticalLevelsArguments is not laid out as the host writes it');
export const layoutOfCriticalLevelsArguments: i32 = 176199435;
@unmanaged export class DistinctBoxesArguments {
  boxes: usize = 0; // Float32Array
  count: i32 = 0;
  maxIou: f64 = 0;
  octaves: usize = 0; // Float64Array
  sideBuckets: i32 = 0;
  reach: f64 = 0;
  starts: usize = 0; // Int32Array
  ends: usize = 0; // Int32Array
  planes: usize = 0; // Float32Array
  kept: usize = 0; // Int32Array
  votes: usize = 0; // Float32Array
}
if (offsetof<DistinctBoxesArguments>('boxes') != 0 || offsetof<DistinctBoxesArguments>('count') != 4 || offsetof<DistinctBoxesArguments>('maxIou') != 8 || offsetof<DistinctBoxesArguments>('octaves') != 16 || offsetof<DistinctBoxesArguments>('sideBuckets') != 20 || offsetof<DistinctBoxesArguments>('reach') != 24 || offsetof<DistinctBoxesArguments>('starts') != 32 || offsetof<DistinctBoxesArguments>('ends') != 36 || offsetof<DistinctBoxesArguments>('planes') != 40 || offsetof<DistinctBoxesArguments>('kept') != 44 || offsetof<DistinctBoxesArguments>('votes') != 48) ERROR('DistinctBoxesArguments is not laid out as the host writes it');
export const layoutOfDistinctBoxesArguments: i32 = -350736182;
@unmanaged export class SegmentSumsArguments {
  nodes: usize = 0; // Int32Array
  runs: usize = 0; // Int32Array
  boxes: usize = 0; // Float32Array
  segment: i32 = 0;
  mark: i32 = 0;
  sideBand: f64 = 0;
  rowStart: usize = 0; // Int32Array
  neighbour: usize = 0; // Int32Array
  numbers: usize = 0; // Float64Array
  borders: usize = 0; // Float64Array
  histogram: usize = 0; // Float32Array
  inside: usize = 0; // Int32Array
  ringed: usize = 0; // Int32Array
  members: usize = 0; // Int32Array
  around: usize = 0; // Int32Array
  outside: usize = 0; // Int32Array
  own: usize = 0; // Float32Array
  ring: usize = 0; // Float32Array
  sums: usize = 0; // Float64Array
}
if (offsetof<SegmentSumsArguments>('nodes') != 0 || offsetof<SegmentSumsArguments>('runs') != 4 || offsetof<SegmentSumsArguments>('boxes') != 8 || offsetof<SegmentSumsArguments>('segment') != 12 || offsetof<SegmentSumsArguments>('mark') != 16 || offsetof<SegmentSumsArguments>('sideBand') != 24 || offsetof<SegmentSumsArguments>('rowStart') != 32 || offsetof<SegmentSumsArguments>('neighbour') != 36 || offsetof<SegmentSumsArguments>('numbers') != 40 || offsetof<SegmentSumsArguments>('borders') != 44 || offsetof<SegmentSumsArguments>('histogram') != 48 || offsetof<SegmentSumsArguments>('inside') != 52 || offsetof<SegmentSumsArguments>('ringed') != 56 || offsetof<SegmentSumsArguments>('members') != 60 || offsetof<SegmentSumsArguments>('around') != 64 || offsetof<SegmentSumsArguments>('outside') != 68 || offsetof<SegmentSumsArguments>('own') != 72 || offsetof<SegmentSumsArguments>('ring') != 76 || offsetof<SegmentSumsArguments>('sums') != 80) ERROR('SegmentSumsArguments is not laid out as the host writes it');
export const layoutOfSegmentSumsArguments: i32 = -2073510544;
@unmanaged export class RunMlpArguments {
  rows: usize = 0; // Float32Array
  count: i32 = 0;
  stride: i32 = 0;
  layers: usize = 0; // Int32Array
  layerCount: i32 = 0;
  hidden: usize = 0; // Float64Array
  values: usize = 0; // Float64Array
  places: usize = 0; // Int32Array
  out: usize = 0; // Float32Array
}
if (offsetof<RunMlpArguments>('rows') != 0 || offsetof<RunMlpArguments>('count') != 4 || offsetof<RunMlpArguments>('stride') != 8 || offsetof<RunMlpArguments>('layers') != 12 || offsetof<RunMlpArguments>('layerCount') != 16 || offsetof<RunMlpArguments>('hidden') != 20 || offsetof<RunMlpArguments>('values') != 24 || offsetof<RunMlpArguments>('places') != 28 || offsetof<RunMlpArguments>('out') != 32) ERROR('RunMlpArguments is not laid out as the host writes it');
export const layoutOfRunMlpArguments: i32 = -2130190486;
@unmanaged export class CatchUpArguments {
  boxes: usize = 0; // Float32Array
  box: i32 = 0;
  since: i32 = 0;
  count: i32 = 0;
  taken: usize = 0; // Float32Array
  room: i32 = 0;
  near: usize = 0; // Int32Array
  leastReach: f64 = 0;
  slopes: usize = 0; // Float64Array
  open: usize = 0; // Float32Array
}
if (offsetof<CatchUpArguments>('boxes') != 0 || offsetof<CatchUpArguments>('box') != 4 || offsetof<CatchUpArguments>('since') != 8 || offsetof<CatchUpArguments>('count') != 12 || offsetof<CatchUpArguments>('taken') != 16 || offsetof<CatchUpArguments>('room') != 20 || offsetof<CatchUpArguments>('near') != 24 || offsetof<CatchUpArguments>('leastReach') != 32 || offsetof<CatchUpArguments>('slopes') != 40 || offsetof<CatchUpArguments>('open') != 44) ERROR('CatchUpArguments is not laid out as the host writes it');
export const layoutOfCatchUpArguments: i32 = -1061588680;
