// AssemblyScript, built by `npm run assembly` into loops.binary.ts: the inner loops of the proposals with SIMD, on the arena's own
// memory, so that nothing is copied. No allocation and no static data: all memory is the caller's, all arguments but counts are
// addresses. Each function gives the bits that its TypeScript gives: the same operations on float64 in the same order, rounded to
// float32 where that stores to a Float32Array; what is summed in another order is a sum of whole numbers. The loops of a stage are in
// loops/, named like the stage; the compiler wants imports without their .ts ending.

export { appearance } from './loops/appearance.assembly';
export { crackStrength, southStrength } from './loops/boundaryMap.assembly';
export { catchUp } from './loops/diversity.assembly';
export { distinctSegments } from './loops/duplicates.assembly';
export { spread } from './loops/geodesicDistance.assembly';
export { criticalLevels, sortByDistance } from './loops/levelSets.assembly';
export { mergeTree } from './loops/mergeTree.assembly';
export { runMlp } from './loops/mlp.assembly';
export { superpixelShapes } from './loops/segments.assembly';
export { segmentSums } from './loops/segmentSums.assembly';
export { superpixelEdges } from './loops/superpixelGraph.assembly';
export { centroidSums, keepLargestParts } from './loops/superpixelParts.assembly';
export { assign, skew } from './loops/superpixels.assembly';
