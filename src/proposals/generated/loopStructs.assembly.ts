// Made by `npm run assembly` from the *.arguments.ts of the stages, where each field is explained. Do not edit.

@unmanaged
export class MlpLayer {
  inputs: i32 = 0;
  outputs: i32 = 0;
  /** Float64Array */
  weights: usize = 0;
  /** Float64Array */
  bias: usize = 0;
}
if (offsetof<MlpLayer>('inputs') != 0) ERROR('MlpLayer.inputs is not where the host writes it');
if (offsetof<MlpLayer>('outputs') != 4) ERROR('MlpLayer.outputs is not where the host writes it');
if (offsetof<MlpLayer>('weights') != 8) ERROR('MlpLayer.weights is not where the host writes it');
if (offsetof<MlpLayer>('bias') != 12) ERROR('MlpLayer.bias is not where the host writes it');
export const layoutOfMlpLayer: i32 = -1804643010;

@unmanaged
export class EastStrengthArguments {
  /** Float32Array */
  lightness: usize = 0;
  /** Float32Array */
  a: usize = 0;
  /** Float32Array */
  b: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** Float64Array */
  sums: usize = 0;
  narrowRadius: i32 = 0;
  wideRadius: i32 = 0;
  narrowWeight: f64 = 0;
  wideWeight: f64 = 0;
  halfStrength: f64 = 0;
  /** Float32Array */
  out: usize = 0;
}
if (offsetof<EastStrengthArguments>('lightness') != 0) ERROR('EastStrengthArguments.lightness is not where the host writes it');
if (offsetof<EastStrengthArguments>('a') != 4) ERROR('EastStrengthArguments.a is not where the host writes it');
if (offsetof<EastStrengthArguments>('b') != 8) ERROR('EastStrengthArguments.b is not where the host writes it');
if (offsetof<EastStrengthArguments>('width') != 12) ERROR('EastStrengthArguments.width is not where the host writes it');
if (offsetof<EastStrengthArguments>('height') != 16) ERROR('EastStrengthArguments.height is not where the host writes it');
if (offsetof<EastStrengthArguments>('sums') != 20) ERROR('EastStrengthArguments.sums is not where the host writes it');
if (offsetof<EastStrengthArguments>('narrowRadius') != 24) ERROR('EastStrengthArguments.narrowRadius is not where the host writes it');
if (offsetof<EastStrengthArguments>('wideRadius') != 28) ERROR('EastStrengthArguments.wideRadius is not where the host writes it');
if (offsetof<EastStrengthArguments>('narrowWeight') != 32) ERROR('EastStrengthArguments.narrowWeight is not where the host writes it');
if (offsetof<EastStrengthArguments>('wideWeight') != 40) ERROR('EastStrengthArguments.wideWeight is not where the host writes it');
if (offsetof<EastStrengthArguments>('halfStrength') != 48) ERROR('EastStrengthArguments.halfStrength is not where the host writes it');
if (offsetof<EastStrengthArguments>('out') != 56) ERROR('EastStrengthArguments.out is not where the host writes it');
export const layoutOfEastStrengthArguments: i32 = 452086679;

@unmanaged
export class SouthStrengthArguments {
  /** Float32Array */
  lightness: usize = 0;
  /** Float32Array */
  a: usize = 0;
  /** Float32Array */
  b: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** Float64Array */
  sums: usize = 0;
  narrowRadius: i32 = 0;
  wideRadius: i32 = 0;
  narrowWeight: f64 = 0;
  wideWeight: f64 = 0;
  halfStrength: f64 = 0;
  /** Float32Array */
  out: usize = 0;
}
if (offsetof<SouthStrengthArguments>('lightness') != 0) ERROR('SouthStrengthArguments.lightness is not where the host writes it');
if (offsetof<SouthStrengthArguments>('a') != 4) ERROR('SouthStrengthArguments.a is not where the host writes it');
if (offsetof<SouthStrengthArguments>('b') != 8) ERROR('SouthStrengthArguments.b is not where the host writes it');
if (offsetof<SouthStrengthArguments>('width') != 12) ERROR('SouthStrengthArguments.width is not where the host writes it');
if (offsetof<SouthStrengthArguments>('height') != 16) ERROR('SouthStrengthArguments.height is not where the host writes it');
if (offsetof<SouthStrengthArguments>('sums') != 20) ERROR('SouthStrengthArguments.sums is not where the host writes it');
if (offsetof<SouthStrengthArguments>('narrowRadius') != 24) ERROR('SouthStrengthArguments.narrowRadius is not where the host writes it');
if (offsetof<SouthStrengthArguments>('wideRadius') != 28) ERROR('SouthStrengthArguments.wideRadius is not where the host writes it');
if (offsetof<SouthStrengthArguments>('narrowWeight') != 32) ERROR('SouthStrengthArguments.narrowWeight is not where the host writes it');
if (offsetof<SouthStrengthArguments>('wideWeight') != 40) ERROR('SouthStrengthArguments.wideWeight is not where the host writes it');
if (offsetof<SouthStrengthArguments>('halfStrength') != 48) ERROR('SouthStrengthArguments.halfStrength is not where the host writes it');
if (offsetof<SouthStrengthArguments>('out') != 56) ERROR('SouthStrengthArguments.out is not where the host writes it');
export const layoutOfSouthStrengthArguments: i32 = -1137002363;

@unmanaged
export class SkewArguments {
  /** Float32Array */
  strength: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  columns: i32 = 0;
  rows: i32 = 0;
  /** Float32Array */
  out: usize = 0;
}
if (offsetof<SkewArguments>('strength') != 0) ERROR('SkewArguments.strength is not where the host writes it');
if (offsetof<SkewArguments>('width') != 4) ERROR('SkewArguments.width is not where the host writes it');
if (offsetof<SkewArguments>('height') != 8) ERROR('SkewArguments.height is not where the host writes it');
if (offsetof<SkewArguments>('columns') != 12) ERROR('SkewArguments.columns is not where the host writes it');
if (offsetof<SkewArguments>('rows') != 16) ERROR('SkewArguments.rows is not where the host writes it');
if (offsetof<SkewArguments>('out') != 20) ERROR('SkewArguments.out is not where the host writes it');
export const layoutOfSkewArguments: i32 = -1492273559;

@unmanaged
export class AssignArguments {
  /** Float32Array */
  east: usize = 0;
  /** Float32Array */
  south: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** Int32Array */
  centres: usize = 0;
  centreCount: i32 = 0;
  sweeps: i32 = 0;
  stepCost: f64 = 0;
  /** Float32Array */
  distance: usize = 0;
  /** Int32Array */
  skewedLabels: usize = 0;
  /** Int32Array */
  labels: usize = 0;
}
if (offsetof<AssignArguments>('east') != 0) ERROR('AssignArguments.east is not where the host writes it');
if (offsetof<AssignArguments>('south') != 4) ERROR('AssignArguments.south is not where the host writes it');
if (offsetof<AssignArguments>('width') != 8) ERROR('AssignArguments.width is not where the host writes it');
if (offsetof<AssignArguments>('height') != 12) ERROR('AssignArguments.height is not where the host writes it');
if (offsetof<AssignArguments>('centres') != 16) ERROR('AssignArguments.centres is not where the host writes it');
if (offsetof<AssignArguments>('centreCount') != 20) ERROR('AssignArguments.centreCount is not where the host writes it');
if (offsetof<AssignArguments>('sweeps') != 24) ERROR('AssignArguments.sweeps is not where the host writes it');
if (offsetof<AssignArguments>('stepCost') != 32) ERROR('AssignArguments.stepCost is not where the host writes it');
if (offsetof<AssignArguments>('distance') != 40) ERROR('AssignArguments.distance is not where the host writes it');
if (offsetof<AssignArguments>('skewedLabels') != 44) ERROR('AssignArguments.skewedLabels is not where the host writes it');
if (offsetof<AssignArguments>('labels') != 48) ERROR('AssignArguments.labels is not where the host writes it');
export const layoutOfAssignArguments: i32 = -216999634;

@unmanaged
export class CentroidSumsArguments {
  /** Int32Array */
  labels: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** Int32Array */
  starts: usize = 0;
  /** Float64Array */
  sums: usize = 0;
}
if (offsetof<CentroidSumsArguments>('labels') != 0) ERROR('CentroidSumsArguments.labels is not where the host writes it');
if (offsetof<CentroidSumsArguments>('width') != 4) ERROR('CentroidSumsArguments.width is not where the host writes it');
if (offsetof<CentroidSumsArguments>('height') != 8) ERROR('CentroidSumsArguments.height is not where the host writes it');
if (offsetof<CentroidSumsArguments>('starts') != 12) ERROR('CentroidSumsArguments.starts is not where the host writes it');
if (offsetof<CentroidSumsArguments>('sums') != 16) ERROR('CentroidSumsArguments.sums is not where the host writes it');
export const layoutOfCentroidSumsArguments: i32 = -1428604177;

@unmanaged
export class KeepLargestPartsArguments {
  /** Int32Array */
  labels: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  labelCount: i32 = 0;
  /** Int32Array */
  starts: usize = 0;
  /** Int32Array */
  joined: usize = 0;
  /** Int32Array */
  pixels: usize = 0;
  /** Int32Array */
  queue: usize = 0;
  /** Int32Array */
  largest: usize = 0;
  /** Int32Array */
  largestSize: usize = 0;
  /** Int32Array */
  closed: usize = 0;
}
if (offsetof<KeepLargestPartsArguments>('labels') != 0) ERROR('KeepLargestPartsArguments.labels is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('width') != 4) ERROR('KeepLargestPartsArguments.width is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('height') != 8) ERROR('KeepLargestPartsArguments.height is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('labelCount') != 12) ERROR('KeepLargestPartsArguments.labelCount is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('starts') != 16) ERROR('KeepLargestPartsArguments.starts is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('joined') != 20) ERROR('KeepLargestPartsArguments.joined is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('pixels') != 24) ERROR('KeepLargestPartsArguments.pixels is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('queue') != 28) ERROR('KeepLargestPartsArguments.queue is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('largest') != 32) ERROR('KeepLargestPartsArguments.largest is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('largestSize') != 36) ERROR('KeepLargestPartsArguments.largestSize is not where the host writes it');
if (offsetof<KeepLargestPartsArguments>('closed') != 40) ERROR('KeepLargestPartsArguments.closed is not where the host writes it');
export const layoutOfKeepLargestPartsArguments: i32 = 2066237972;

@unmanaged
export class SuperpixelShapesArguments {
  /** Int32Array */
  labels: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  /** Int32Array */
  starts: usize = 0;
  /** Float32Array */
  area: usize = 0;
  /** Int32Array */
  x0: usize = 0;
  /** Int32Array */
  y0: usize = 0;
  /** Int32Array */
  x1: usize = 0;
  /** Int32Array */
  y1: usize = 0;
}
if (offsetof<SuperpixelShapesArguments>('labels') != 0) ERROR('SuperpixelShapesArguments.labels is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('width') != 4) ERROR('SuperpixelShapesArguments.width is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('height') != 8) ERROR('SuperpixelShapesArguments.height is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('starts') != 12) ERROR('SuperpixelShapesArguments.starts is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('area') != 16) ERROR('SuperpixelShapesArguments.area is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('x0') != 20) ERROR('SuperpixelShapesArguments.x0 is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('y0') != 24) ERROR('SuperpixelShapesArguments.y0 is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('x1') != 28) ERROR('SuperpixelShapesArguments.x1 is not where the host writes it');
if (offsetof<SuperpixelShapesArguments>('y1') != 32) ERROR('SuperpixelShapesArguments.y1 is not where the host writes it');
export const layoutOfSuperpixelShapesArguments: i32 = -229138102;

@unmanaged
export class AppearanceArguments {
  /** Float32Array */
  lightness: usize = 0;
  /** Float32Array */
  a: usize = 0;
  /** Float32Array */
  b: usize = 0;
  /** Int32Array */
  labels: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  count: i32 = 0;
  /** Float64Array */
  magnitudeEnds: usize = 0;
  /** Float32Array */
  rows: usize = 0;
  /** Float32Array */
  histogram: usize = 0;
  /** Float32Array */
  moments: usize = 0;
}
if (offsetof<AppearanceArguments>('lightness') != 0) ERROR('AppearanceArguments.lightness is not where the host writes it');
if (offsetof<AppearanceArguments>('a') != 4) ERROR('AppearanceArguments.a is not where the host writes it');
if (offsetof<AppearanceArguments>('b') != 8) ERROR('AppearanceArguments.b is not where the host writes it');
if (offsetof<AppearanceArguments>('labels') != 12) ERROR('AppearanceArguments.labels is not where the host writes it');
if (offsetof<AppearanceArguments>('width') != 16) ERROR('AppearanceArguments.width is not where the host writes it');
if (offsetof<AppearanceArguments>('height') != 20) ERROR('AppearanceArguments.height is not where the host writes it');
if (offsetof<AppearanceArguments>('count') != 24) ERROR('AppearanceArguments.count is not where the host writes it');
if (offsetof<AppearanceArguments>('magnitudeEnds') != 28) ERROR('AppearanceArguments.magnitudeEnds is not where the host writes it');
if (offsetof<AppearanceArguments>('rows') != 32) ERROR('AppearanceArguments.rows is not where the host writes it');
if (offsetof<AppearanceArguments>('histogram') != 36) ERROR('AppearanceArguments.histogram is not where the host writes it');
if (offsetof<AppearanceArguments>('moments') != 40) ERROR('AppearanceArguments.moments is not where the host writes it');
export const layoutOfAppearanceArguments: i32 = -1431721932;

@unmanaged
export class SuperpixelEdgesArguments {
  /** Int32Array */
  labels: usize = 0;
  /** Float32Array */
  east: usize = 0;
  /** Float32Array */
  south: usize = 0;
  width: i32 = 0;
  height: i32 = 0;
  nodeCount: i32 = 0;
  /** Int32Array */
  table: usize = 0;
  tableBits: i32 = 0;
  /** Int32Array */
  edgeA: usize = 0;
  /** Int32Array */
  edgeB: usize = 0;
  /** Float32Array */
  edgeLength: usize = 0;
  /** Float32Array */
  lowQuartile: usize = 0;
  /** Float32Array */
  median: usize = 0;
  /** Float32Array */
  highQuartile: usize = 0;
  /** Uint32Array */
  histogram: usize = 0;
}
if (offsetof<SuperpixelEdgesArguments>('labels') != 0) ERROR('SuperpixelEdgesArguments.labels is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('east') != 4) ERROR('SuperpixelEdgesArguments.east is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('south') != 8) ERROR('SuperpixelEdgesArguments.south is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('width') != 12) ERROR('SuperpixelEdgesArguments.width is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('height') != 16) ERROR('SuperpixelEdgesArguments.height is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('nodeCount') != 20) ERROR('SuperpixelEdgesArguments.nodeCount is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('table') != 24) ERROR('SuperpixelEdgesArguments.table is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('tableBits') != 28) ERROR('SuperpixelEdgesArguments.tableBits is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('edgeA') != 32) ERROR('SuperpixelEdgesArguments.edgeA is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('edgeB') != 36) ERROR('SuperpixelEdgesArguments.edgeB is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('edgeLength') != 40) ERROR('SuperpixelEdgesArguments.edgeLength is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('lowQuartile') != 44) ERROR('SuperpixelEdgesArguments.lowQuartile is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('median') != 48) ERROR('SuperpixelEdgesArguments.median is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('highQuartile') != 52) ERROR('SuperpixelEdgesArguments.highQuartile is not where the host writes it');
if (offsetof<SuperpixelEdgesArguments>('histogram') != 56) ERROR('SuperpixelEdgesArguments.histogram is not where the host writes it');
export const layoutOfSuperpixelEdgesArguments: i32 = 1020190305;

@unmanaged
export class SpreadArguments {
  /** Int32Array */
  rowStart: usize = 0;
  /** Int32Array */
  neighbour: usize = 0;
  /** Float32Array */
  slotCost: usize = 0;
  /** Float32Array */
  distance: usize = 0;
  /** Int32Array */
  newest: usize = 0;
  /** Int32Array */
  node: usize = 0;
  /** Int32Array */
  before: usize = 0;
  /** Uint8Array */
  done: usize = 0;
  buckets: i32 = 0;
  sources: i32 = 0;
  bucketsPerUnit: f64 = 0;
}
if (offsetof<SpreadArguments>('rowStart') != 0) ERROR('SpreadArguments.rowStart is not where the host writes it');
if (offsetof<SpreadArguments>('neighbour') != 4) ERROR('SpreadArguments.neighbour is not where the host writes it');
if (offsetof<SpreadArguments>('slotCost') != 8) ERROR('SpreadArguments.slotCost is not where the host writes it');
if (offsetof<SpreadArguments>('distance') != 12) ERROR('SpreadArguments.distance is not where the host writes it');
if (offsetof<SpreadArguments>('newest') != 16) ERROR('SpreadArguments.newest is not where the host writes it');
if (offsetof<SpreadArguments>('node') != 20) ERROR('SpreadArguments.node is not where the host writes it');
if (offsetof<SpreadArguments>('before') != 24) ERROR('SpreadArguments.before is not where the host writes it');
if (offsetof<SpreadArguments>('done') != 28) ERROR('SpreadArguments.done is not where the host writes it');
if (offsetof<SpreadArguments>('buckets') != 32) ERROR('SpreadArguments.buckets is not where the host writes it');
if (offsetof<SpreadArguments>('sources') != 36) ERROR('SpreadArguments.sources is not where the host writes it');
if (offsetof<SpreadArguments>('bucketsPerUnit') != 40) ERROR('SpreadArguments.bucketsPerUnit is not where the host writes it');
export const layoutOfSpreadArguments: i32 = -729679529;

@unmanaged
export class MergeTreeArguments {
  nodeCount: i32 = 0;
  edgeCount: i32 = 0;
  /** Int32Array */
  edgeA: usize = 0;
  /** Int32Array */
  edgeB: usize = 0;
  /** Float32Array */
  edgeLength: usize = 0;
  /** Float32Array */
  edgeWeight: usize = 0;
  /** Float32Array */
  superpixelArea: usize = 0;
  /** Int32Array */
  x0: usize = 0;
  /** Int32Array */
  y0: usize = 0;
  /** Int32Array */
  x1: usize = 0;
  /** Int32Array */
  y1: usize = 0;
  /** Float32Array */
  superpixelHistogram: usize = 0;
  photoArea: f64 = 0;
  leastInPair: f64 = 0;
  leastInTriple: f64 = 0;
  colour: f64 = 0;
  texture: f64 = 0;
  size: f64 = 0;
  fill: f64 = 0;
  border: f64 = 0;
  weightedBorder: f64 = 0;
  /** Float32Array */
  box: usize = 0;
  /** Float32Array */
  area: usize = 0;
  /** Float64Array */
  root: usize = 0;
  /** Float32Array */
  histogram: usize = 0;
  /** Float64Array */
  shares: usize = 0;
  /** Int32Array */
  head: usize = 0;
  /** Int32Array */
  alive: usize = 0;
  /** Float32Array */
  length: usize = 0;
  /** Float32Array */
  strength: usize = 0;
  /** Int32Array */
  touched: usize = 0;
  /** Float32Array */
  joining: usize = 0;
  /** Int32Array */
  links: usize = 0;
  linkRoom: i32 = 0;
  /** Int32Array */
  heap: usize = 0;
  heapRoom: i32 = 0;
  /** Int32Array */
  left: usize = 0;
  /** Int32Array */
  right: usize = 0;
  /** Float32Array */
  cost: usize = 0;
  /** Int32Array */
  unionA: usize = 0;
  /** Int32Array */
  unionB: usize = 0;
  /** Int32Array */
  unionC: usize = 0;
  /** Float32Array */
  unionCost: usize = 0;
  unionRoom: i32 = 0;
  merges: i32 = 0;
  unions: i32 = 0;
}
if (offsetof<MergeTreeArguments>('nodeCount') != 0) ERROR('MergeTreeArguments.nodeCount is not where the host writes it');
if (offsetof<MergeTreeArguments>('edgeCount') != 4) ERROR('MergeTreeArguments.edgeCount is not where the host writes it');
if (offsetof<MergeTreeArguments>('edgeA') != 8) ERROR('MergeTreeArguments.edgeA is not where the host writes it');
if (offsetof<MergeTreeArguments>('edgeB') != 12) ERROR('MergeTreeArguments.edgeB is not where the host writes it');
if (offsetof<MergeTreeArguments>('edgeLength') != 16) ERROR('MergeTreeArguments.edgeLength is not where the host writes it');
if (offsetof<MergeTreeArguments>('edgeWeight') != 20) ERROR('MergeTreeArguments.edgeWeight is not where the host writes it');
if (offsetof<MergeTreeArguments>('superpixelArea') != 24) ERROR('MergeTreeArguments.superpixelArea is not where the host writes it');
if (offsetof<MergeTreeArguments>('x0') != 28) ERROR('MergeTreeArguments.x0 is not where the host writes it');
if (offsetof<MergeTreeArguments>('y0') != 32) ERROR('MergeTreeArguments.y0 is not where the host writes it');
if (offsetof<MergeTreeArguments>('x1') != 36) ERROR('MergeTreeArguments.x1 is not where the host writes it');
if (offsetof<MergeTreeArguments>('y1') != 40) ERROR('MergeTreeArguments.y1 is not where the host writes it');
if (offsetof<MergeTreeArguments>('superpixelHistogram') != 44) ERROR('MergeTreeArguments.superpixelHistogram is not where the host writes it');
if (offsetof<MergeTreeArguments>('photoArea') != 48) ERROR('MergeTreeArguments.photoArea is not where the host writes it');
if (offsetof<MergeTreeArguments>('leastInPair') != 56) ERROR('MergeTreeArguments.leastInPair is not where the host writes it');
if (offsetof<MergeTreeArguments>('leastInTriple') != 64) ERROR('MergeTreeArguments.leastInTriple is not where the host writes it');
if (offsetof<MergeTreeArguments>('colour') != 72) ERROR('MergeTreeArguments.colour is not where the host writes it');
if (offsetof<MergeTreeArguments>('texture') != 80) ERROR('MergeTreeArguments.texture is not where the host writes it');
if (offsetof<MergeTreeArguments>('size') != 88) ERROR('MergeTreeArguments.size is not where the host writes it');
if (offsetof<MergeTreeArguments>('fill') != 96) ERROR('MergeTreeArguments.fill is not where the host writes it');
if (offsetof<MergeTreeArguments>('border') != 104) ERROR('MergeTreeArguments.border is not where the host writes it');
if (offsetof<MergeTreeArguments>('weightedBorder') != 112) ERROR('MergeTreeArguments.weightedBorder is not where the host writes it');
if (offsetof<MergeTreeArguments>('box') != 120) ERROR('MergeTreeArguments.box is not where the host writes it');
if (offsetof<MergeTreeArguments>('area') != 124) ERROR('MergeTreeArguments.area is not where the host writes it');
if (offsetof<MergeTreeArguments>('root') != 128) ERROR('MergeTreeArguments.root is not where the host writes it');
if (offsetof<MergeTreeArguments>('histogram') != 132) ERROR('MergeTreeArguments.histogram is not where the host writes it');
if (offsetof<MergeTreeArguments>('shares') != 136) ERROR('MergeTreeArguments.shares is not where the host writes it');
if (offsetof<MergeTreeArguments>('head') != 140) ERROR('MergeTreeArguments.head is not where the host writes it');
if (offsetof<MergeTreeArguments>('alive') != 144) ERROR('MergeTreeArguments.alive is not where the host writes it');
if (offsetof<MergeTreeArguments>('length') != 148) ERROR('MergeTreeArguments.length is not where the host writes it');
if (offsetof<MergeTreeArguments>('strength') != 152) ERROR('MergeTreeArguments.strength is not where the host writes it');
if (offsetof<MergeTreeArguments>('touched') != 156) ERROR('MergeTreeArguments.touched is not where the host writes it');
if (offsetof<MergeTreeArguments>('joining') != 160) ERROR('MergeTreeArguments.joining is not where the host writes it');
if (offsetof<MergeTreeArguments>('links') != 164) ERROR('MergeTreeArguments.links is not where the host writes it');
if (offsetof<MergeTreeArguments>('linkRoom') != 168) ERROR('MergeTreeArguments.linkRoom is not where the host writes it');
if (offsetof<MergeTreeArguments>('heap') != 172) ERROR('MergeTreeArguments.heap is not where the host writes it');
if (offsetof<MergeTreeArguments>('heapRoom') != 176) ERROR('MergeTreeArguments.heapRoom is not where the host writes it');
if (offsetof<MergeTreeArguments>('left') != 180) ERROR('MergeTreeArguments.left is not where the host writes it');
if (offsetof<MergeTreeArguments>('right') != 184) ERROR('MergeTreeArguments.right is not where the host writes it');
if (offsetof<MergeTreeArguments>('cost') != 188) ERROR('MergeTreeArguments.cost is not where the host writes it');
if (offsetof<MergeTreeArguments>('unionA') != 192) ERROR('MergeTreeArguments.unionA is not where the host writes it');
if (offsetof<MergeTreeArguments>('unionB') != 196) ERROR('MergeTreeArguments.unionB is not where the host writes it');
if (offsetof<MergeTreeArguments>('unionC') != 200) ERROR('MergeTreeArguments.unionC is not where the host writes it');
if (offsetof<MergeTreeArguments>('unionCost') != 204) ERROR('MergeTreeArguments.unionCost is not where the host writes it');
if (offsetof<MergeTreeArguments>('unionRoom') != 208) ERROR('MergeTreeArguments.unionRoom is not where the host writes it');
if (offsetof<MergeTreeArguments>('merges') != 212) ERROR('MergeTreeArguments.merges is not where the host writes it');
if (offsetof<MergeTreeArguments>('unions') != 216) ERROR('MergeTreeArguments.unions is not where the host writes it');
export const layoutOfMergeTreeArguments: i32 = 114637252;

@unmanaged
export class SortByDistanceArguments {
  /** Float32Array */
  distance: usize = 0;
  nodeCount: i32 = 0;
  /** Int32Array */
  order: usize = 0;
  /** Uint32Array */
  keys: usize = 0;
  /** Uint32Array */
  swapKeys: usize = 0;
  /** Int32Array */
  swapOrder: usize = 0;
  /** Uint32Array */
  counts: usize = 0;
}
if (offsetof<SortByDistanceArguments>('distance') != 0) ERROR('SortByDistanceArguments.distance is not where the host writes it');
if (offsetof<SortByDistanceArguments>('nodeCount') != 4) ERROR('SortByDistanceArguments.nodeCount is not where the host writes it');
if (offsetof<SortByDistanceArguments>('order') != 8) ERROR('SortByDistanceArguments.order is not where the host writes it');
if (offsetof<SortByDistanceArguments>('keys') != 12) ERROR('SortByDistanceArguments.keys is not where the host writes it');
if (offsetof<SortByDistanceArguments>('swapKeys') != 16) ERROR('SortByDistanceArguments.swapKeys is not where the host writes it');
if (offsetof<SortByDistanceArguments>('swapOrder') != 20) ERROR('SortByDistanceArguments.swapOrder is not where the host writes it');
if (offsetof<SortByDistanceArguments>('counts') != 24) ERROR('SortByDistanceArguments.counts is not where the host writes it');
export const layoutOfSortByDistanceArguments: i32 = -811520633;

@unmanaged
export class CriticalLevelsArguments {
  /** Float32Array */
  distance: usize = 0;
  /** Float32Array */
  area: usize = 0;
  /** Int32Array */
  order: usize = 0;
  nodeCount: i32 = 0;
  maxLevels: i32 = 0;
  maxIou: f64 = 0;
  /** Float32Array */
  cumulative: usize = 0;
  /** Float64Array */
  steps: usize = 0;
  /** Int32Array */
  taken: usize = 0;
  /** Float32Array */
  gaps: usize = 0;
}
if (offsetof<CriticalLevelsArguments>('distance') != 0) ERROR('CriticalLevelsArguments.distance is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('area') != 4) ERROR('CriticalLevelsArguments.area is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('order') != 8) ERROR('CriticalLevelsArguments.order is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('nodeCount') != 12) ERROR('CriticalLevelsArguments.nodeCount is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('maxLevels') != 16) ERROR('CriticalLevelsArguments.maxLevels is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('maxIou') != 24) ERROR('CriticalLevelsArguments.maxIou is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('cumulative') != 32) ERROR('CriticalLevelsArguments.cumulative is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('steps') != 36) ERROR('CriticalLevelsArguments.steps is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('taken') != 40) ERROR('CriticalLevelsArguments.taken is not where the host writes it');
if (offsetof<CriticalLevelsArguments>('gaps') != 44) ERROR('CriticalLevelsArguments.gaps is not where the host writes it');
export const layoutOfCriticalLevelsArguments: i32 = 176199435;

@unmanaged
export class DistinctBoxesArguments {
  /** Float32Array */
  boxes: usize = 0;
  count: i32 = 0;
  maxIou: f64 = 0;
  /** Float64Array */
  octaves: usize = 0;
  sideBuckets: i32 = 0;
  reach: f64 = 0;
  /** Int32Array */
  starts: usize = 0;
  /** Int32Array */
  ends: usize = 0;
  /** Float32Array */
  planes: usize = 0;
  /** Int32Array */
  kept: usize = 0;
  /** Float32Array */
  votes: usize = 0;
}
if (offsetof<DistinctBoxesArguments>('boxes') != 0) ERROR('DistinctBoxesArguments.boxes is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('count') != 4) ERROR('DistinctBoxesArguments.count is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('maxIou') != 8) ERROR('DistinctBoxesArguments.maxIou is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('octaves') != 16) ERROR('DistinctBoxesArguments.octaves is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('sideBuckets') != 20) ERROR('DistinctBoxesArguments.sideBuckets is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('reach') != 24) ERROR('DistinctBoxesArguments.reach is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('starts') != 32) ERROR('DistinctBoxesArguments.starts is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('ends') != 36) ERROR('DistinctBoxesArguments.ends is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('planes') != 40) ERROR('DistinctBoxesArguments.planes is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('kept') != 44) ERROR('DistinctBoxesArguments.kept is not where the host writes it');
if (offsetof<DistinctBoxesArguments>('votes') != 48) ERROR('DistinctBoxesArguments.votes is not where the host writes it');
export const layoutOfDistinctBoxesArguments: i32 = -350736182;

@unmanaged
export class SegmentSumsArguments {
  /** Int32Array */
  nodes: usize = 0;
  /** Int32Array */
  runs: usize = 0;
  /** Float32Array */
  boxes: usize = 0;
  segment: i32 = 0;
  mark: i32 = 0;
  sideBand: f64 = 0;
  /** Int32Array */
  rowStart: usize = 0;
  /** Int32Array */
  neighbour: usize = 0;
  /** Float64Array */
  numbers: usize = 0;
  /** Float64Array */
  borders: usize = 0;
  /** Float32Array */
  histogram: usize = 0;
  /** Int32Array */
  inside: usize = 0;
  /** Int32Array */
  ringed: usize = 0;
  /** Int32Array */
  members: usize = 0;
  /** Int32Array */
  around: usize = 0;
  /** Int32Array */
  outside: usize = 0;
  /** Float32Array */
  own: usize = 0;
  /** Float32Array */
  ring: usize = 0;
  /** Float64Array */
  sums: usize = 0;
}
if (offsetof<SegmentSumsArguments>('nodes') != 0) ERROR('SegmentSumsArguments.nodes is not where the host writes it');
if (offsetof<SegmentSumsArguments>('runs') != 4) ERROR('SegmentSumsArguments.runs is not where the host writes it');
if (offsetof<SegmentSumsArguments>('boxes') != 8) ERROR('SegmentSumsArguments.boxes is not where the host writes it');
if (offsetof<SegmentSumsArguments>('segment') != 12) ERROR('SegmentSumsArguments.segment is not where the host writes it');
if (offsetof<SegmentSumsArguments>('mark') != 16) ERROR('SegmentSumsArguments.mark is not where the host writes it');
if (offsetof<SegmentSumsArguments>('sideBand') != 24) ERROR('SegmentSumsArguments.sideBand is not where the host writes it');
if (offsetof<SegmentSumsArguments>('rowStart') != 32) ERROR('SegmentSumsArguments.rowStart is not where the host writes it');
if (offsetof<SegmentSumsArguments>('neighbour') != 36) ERROR('SegmentSumsArguments.neighbour is not where the host writes it');
if (offsetof<SegmentSumsArguments>('numbers') != 40) ERROR('SegmentSumsArguments.numbers is not where the host writes it');
if (offsetof<SegmentSumsArguments>('borders') != 44) ERROR('SegmentSumsArguments.borders is not where the host writes it');
if (offsetof<SegmentSumsArguments>('histogram') != 48) ERROR('SegmentSumsArguments.histogram is not where the host writes it');
if (offsetof<SegmentSumsArguments>('inside') != 52) ERROR('SegmentSumsArguments.inside is not where the host writes it');
if (offsetof<SegmentSumsArguments>('ringed') != 56) ERROR('SegmentSumsArguments.ringed is not where the host writes it');
if (offsetof<SegmentSumsArguments>('members') != 60) ERROR('SegmentSumsArguments.members is not where the host writes it');
if (offsetof<SegmentSumsArguments>('around') != 64) ERROR('SegmentSumsArguments.around is not where the host writes it');
if (offsetof<SegmentSumsArguments>('outside') != 68) ERROR('SegmentSumsArguments.outside is not where the host writes it');
if (offsetof<SegmentSumsArguments>('own') != 72) ERROR('SegmentSumsArguments.own is not where the host writes it');
if (offsetof<SegmentSumsArguments>('ring') != 76) ERROR('SegmentSumsArguments.ring is not where the host writes it');
if (offsetof<SegmentSumsArguments>('sums') != 80) ERROR('SegmentSumsArguments.sums is not where the host writes it');
export const layoutOfSegmentSumsArguments: i32 = -2073510544;

@unmanaged
export class RunMlpArguments {
  /** Float32Array */
  rows: usize = 0;
  count: i32 = 0;
  stride: i32 = 0;
  /** Int32Array */
  layers: usize = 0;
  layerCount: i32 = 0;
  /** Float64Array */
  hidden: usize = 0;
  /** Float64Array */
  values: usize = 0;
  /** Int32Array */
  places: usize = 0;
  /** Float32Array */
  out: usize = 0;
}
if (offsetof<RunMlpArguments>('rows') != 0) ERROR('RunMlpArguments.rows is not where the host writes it');
if (offsetof<RunMlpArguments>('count') != 4) ERROR('RunMlpArguments.count is not where the host writes it');
if (offsetof<RunMlpArguments>('stride') != 8) ERROR('RunMlpArguments.stride is not where the host writes it');
if (offsetof<RunMlpArguments>('layers') != 12) ERROR('RunMlpArguments.layers is not where the host writes it');
if (offsetof<RunMlpArguments>('layerCount') != 16) ERROR('RunMlpArguments.layerCount is not where the host writes it');
if (offsetof<RunMlpArguments>('hidden') != 20) ERROR('RunMlpArguments.hidden is not where the host writes it');
if (offsetof<RunMlpArguments>('values') != 24) ERROR('RunMlpArguments.values is not where the host writes it');
if (offsetof<RunMlpArguments>('places') != 28) ERROR('RunMlpArguments.places is not where the host writes it');
if (offsetof<RunMlpArguments>('out') != 32) ERROR('RunMlpArguments.out is not where the host writes it');
export const layoutOfRunMlpArguments: i32 = -2130190486;

@unmanaged
export class CatchUpArguments {
  /** Float32Array */
  boxes: usize = 0;
  box: i32 = 0;
  since: i32 = 0;
  count: i32 = 0;
  /** Float32Array */
  taken: usize = 0;
  room: i32 = 0;
  /** Int32Array */
  near: usize = 0;
  leastReach: f64 = 0;
  /** Float64Array */
  slopes: usize = 0;
  /** Float32Array */
  open: usize = 0;
}
if (offsetof<CatchUpArguments>('boxes') != 0) ERROR('CatchUpArguments.boxes is not where the host writes it');
if (offsetof<CatchUpArguments>('box') != 4) ERROR('CatchUpArguments.box is not where the host writes it');
if (offsetof<CatchUpArguments>('since') != 8) ERROR('CatchUpArguments.since is not where the host writes it');
if (offsetof<CatchUpArguments>('count') != 12) ERROR('CatchUpArguments.count is not where the host writes it');
if (offsetof<CatchUpArguments>('taken') != 16) ERROR('CatchUpArguments.taken is not where the host writes it');
if (offsetof<CatchUpArguments>('room') != 20) ERROR('CatchUpArguments.room is not where the host writes it');
if (offsetof<CatchUpArguments>('near') != 24) ERROR('CatchUpArguments.near is not where the host writes it');
if (offsetof<CatchUpArguments>('leastReach') != 32) ERROR('CatchUpArguments.leastReach is not where the host writes it');
if (offsetof<CatchUpArguments>('slopes') != 40) ERROR('CatchUpArguments.slopes is not where the host writes it');
if (offsetof<CatchUpArguments>('open') != 44) ERROR('CatchUpArguments.open is not where the host writes it');
export const layoutOfCatchUpArguments: i32 = -1061588680;
