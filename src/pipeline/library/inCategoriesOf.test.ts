import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import { inCategoriesOf } from './inCategoriesOf.ts';

const named = (...names: string[]) => names.map((name) => ({ name, gate: 0.5 }));

/** Two boxes, categories cat and dog. */
const ANALYSIS: PhotoAnalysis = {
  boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.5)),
  objectness: Float32Array.of(1, 0.5),
  proposalProbabilities: Float32Array.of(0.1, 0.2, 0.3, 0.4),
  probabilities: Float32Array.of(0.3, 0.4),
  winners: Int32Array.of(1, 1),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(2), 48: Uint32Array.of(3, 4), 64: Uint32Array.of(5, 6) },
  categoryCodes: Uint32Array.of(7, 8),
  appearance: Uint32Array.of(1, 2, 3, 4),
  regionAppearance: Uint32Array.of(10, 11, 20, 21),
};

test('each category keeps what was said of it, wherever it stands, and of others nothing was said', () => {
  const there = inCategoriesOf(ANALYSIS, named('cat', 'dog'), named('dog', 'harbour', 'cat'));
  expect([...there.probabilities].map((p) => Number(p.toFixed(3)))).toEqual([0.4, 0, 0.3]);
  expect([...there.proposalProbabilities].map((p) => Number(p.toFixed(3)))).toEqual([0.2, 0, 0.1, 0.4, 0, 0.3]);
  expect([...there.winners]).toEqual([1, 0, 1]);
  expect([...there.categoryCodes]).toEqual([8, 0, 7]);
  expect([...there.regionAppearance]).toEqual([20, 21, 0, 0, 10, 11]);
  expect(there.semanticCodes).toBe(ANALYSIS.semanticCodes);
});

test('there and back again nothing that both know is lost', () => {
  const [from, to] = [named('cat', 'dog'), named('dog', 'cat')];
  expect(inCategoriesOf(inCategoriesOf(ANALYSIS, from, to), to, from)).toEqual(ANALYSIS);
});

test('of a network whose categories nobody knows any more nothing is said', () => {
  const there = inCategoriesOf(ANALYSIS, [], named('cat'));
  expect([...there.probabilities, ...there.winners, ...there.proposalProbabilities]).toEqual([0, 0, 0, 0]);
});
