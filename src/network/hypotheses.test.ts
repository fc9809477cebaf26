import { expect, test } from 'vitest';
import { pixelBoxes } from '../base/image/box.ts';
import type { ProposalSet } from '../proposals/proposalSet.ts';
import { hypothesesOf } from './hypotheses.ts';

/** On a photo of 100×50: its left half, its right half, and a box of which 80 % lie in the left half. */
const proposals: ProposalSet = {
  boxes: pixelBoxes(Float32Array.of(0, 0, 50, 50, 50, 0, 100, 50, 10, 10, 60, 30)),
  scores: Float32Array.of(0.9, 0.6, 0.3),
};

function rounded(values: Float32Array): number[] {
  return [...values].map((value) => Math.round(value * 1e4) / 1e4);
}

test('the whole photo comes first, with the objectness of the strongest, then the proposals by strength', () => {
  const { boxes, objectness } = hypothesesOf(proposals, 100, 50, 10);
  expect(rounded(boxes)).toEqual([0, 0, 1, 1, 0, 0, 0.5, 1, 0.5, 0, 1, 1, 0.1, 0.2, 0.6, 0.6]);
  expect(rounded(objectness)).toEqual([0.9, 0.9, 0.6, 0.3]);
});

test('no more than the strongest so many are kept', () => {
  expect(rounded(hypothesesOf(proposals, 100, 50, 1).objectness)).toEqual([0.9, 0.9]);
});

test('within a region, the region stands first and what lies outside is left out', () => {
  const right = hypothesesOf(proposals, 100, 50, 10, [0.5, 0, 1, 1]);
  expect(rounded(right.boxes)).toEqual([0.5, 0, 1, 1, 0.5, 0, 1, 1]);
  expect(rounded(right.objectness)).toEqual([0.6, 0.6]);
  expect(hypothesesOf(proposals, 100, 50, 10, [0, 0, 0.501, 1]).objectness).toHaveLength(3);
  expect(hypothesesOf(proposals, 100, 50, 10, [0, 0, 0.49, 1]).objectness).toHaveLength(2);
});

test('a photo without a proposal has the whole photo still', () => {
  const none: ProposalSet = { boxes: pixelBoxes(new Float32Array(0)), scores: new Float32Array(0) };
  const { boxes, objectness } = hypothesesOf(none, 100, 50, 10);
  expect([...boxes]).toEqual([0, 0, 1, 1]);
  expect([...objectness]).toEqual([0]);
});

test.each([[[0.5, 0, 0.5, 1]], [[-0.1, 0, 1, 1]], [[0, 0, 1, 1.01]], [[0, NaN, 1, 1]]] as const)(
  'the region %j is refused',
  (region) => {
    expect(() => hypothesesOf(proposals, 100, 50, 10, region)).toThrow(
      `hypothesesOf: got the region [${region.join(', ')}], wanted 0 ≤ x0 < x1 ≤ 1 and 0 ≤ y0 < y1 ≤ 1`,
    );
  },
);
