import { expect, test } from 'vitest';
import { unitBoxes } from '../base/image/box.ts';
import { analysisDifference } from './analysisDifference.ts';
import type { PhotoAnalysis } from './heads/photoAnalysis.ts';

const analysis: PhotoAnalysis = {
  boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.5)),
  objectness: Float32Array.of(1, 0.5),
  proposalProbabilities: Float32Array.of(0.25, 0.5, 0.75, 0.125),
  probabilities: Float32Array.of(0.75, 0.5),
  winners: Int32Array.of(1, 0),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(2), 48: Uint32Array.of(3, 4), 64: Uint32Array.of(5, 6) },
  categoryCodes: Uint32Array.of(7, 8),
  appearance: Uint32Array.of(9, 10, 11, 12),
  regionAppearance: Uint32Array.of(13, 14, 15, 16),
};

test('an analysis and itself do not differ', () => {
  expect(analysisDifference(analysis, analysis)).toEqual({
    semanticBits: { 16: 0, 32: 0, 48: 0, 64: 0 },
    categoryBits: 0,
    appearanceBits: 0,
    regionAppearanceBits: 0,
    probability: 0,
    proposalProbability: 0,
    winners: 0,
    sameBoxes: true,
  });
});

test('each part is compared with its own', () => {
  const other: PhotoAnalysis = {
    ...analysis,
    boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.25)),
    proposalProbabilities: Float32Array.of(0.25, 0, 0.75, 0.125),
    probabilities: Float32Array.of(0.5, 0.5),
    winners: Int32Array.of(1, 1),
    semanticCodes: { ...analysis.semanticCodes, 16: Uint32Array.of(2), 64: Uint32Array.of(5, 7) },
    categoryCodes: Uint32Array.of(0, 8),
    appearance: Uint32Array.of(9, 10, 11, 8),
    regionAppearance: Uint32Array.of(13, 14, 0, 16),
  };
  expect(analysisDifference(analysis, other)).toEqual({
    semanticBits: { 16: 2, 32: 0, 48: 0, 64: 1 },
    categoryBits: 3,
    appearanceBits: 1,
    regionAppearanceBits: 4,
    probability: 0.25,
    proposalProbability: 0.5,
    winners: 1,
    sameBoxes: false,
  });
});

test('analyses of two photos are refused', () => {
  expect(() => analysisDifference(analysis, { ...analysis, boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)) })).toThrow(
    'got 2 and 1 boxes, wanted two analyses of one photo',
  );
});
