// AssemblyScript, compiled by `npm run assembly` to generated/loops.binary.ts: the inner loops of the proposals with SIMD, on the arena's
// own memory, so that nothing is copied. No allocation and no static data: all memory is the caller's. Each loop reads its arguments from
// a struct that is declared once for both sides, in the *.arguments.ts beside it.
//
// Each loop gives the bits that its *.reference.ts gives: the same float64 operations in the same order, rounded to float32 where the
// reference stores to a Float32Array. Only sums of whole numbers are taken in another order. The compiler wants imports without `.ts`.

export * from './generated/loopStructs.assembly';
export { eastStrength, southStrength } from './boundaries/boundaryMap.assembly';
export { appearance } from './superpixels/appearance.assembly';
export { keepLargestParts } from './superpixels/superpixelParts.assembly';
export { superpixelShapes } from './superpixels/superpixelShapes.assembly';
export { assign, centroidSums, skew } from './superpixels/superpixels.assembly';
export { spread } from './graph/geodesicDistance.assembly';
export { superpixelEdges } from './graph/superpixelGraph.assembly';
export { mergeTree } from './regions/mergeTree.assembly';
export { distinctBoxes } from './candidates/duplicates.assembly';
export { criticalLevels, sortByDistance } from './candidates/levelSets.assembly';
export { catchUp } from './ranking/catchUp.assembly';
export { runMlp } from './ranking/runMlp.assembly';
export { segmentSums } from './ranking/segmentSums.assembly';
