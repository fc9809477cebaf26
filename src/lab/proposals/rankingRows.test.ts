import { expect, test } from 'vitest';
import { type CandidateRows, overlapsWith } from './candidateRows.ts';
import { movedRankingRows, moveRows, rankingRows } from './rankingRows.ts';

const OBJECT = [10, 10, 30, 50];
// The object itself, the object without its lower quarter, and a box elsewhere.
const boxes = Float32Array.of(10, 10, 30, 50, 10, 10, 30, 40, 60, 60, 70, 70);
const found = overlapsWith(Float32Array.from(OBJECT), boxes, null);

const candidates: CandidateRows = {
  inputs: 1,
  rows: Float32Array.of(0, 1, 2),
  boxes,
  overlaps: found.best,
  nearest: found.nearest,
  objectWeights: found.objectWeights,
  keptShares: Float32Array.of(1, 1, 0.25),
  photos: [{ first: 0, width: 100, height: 80, objects: Float32Array.from(OBJECT) }],
};

test('an object that more candidates cover weighs less', () => {
  expect([...found.best]).toEqual([1, 0.75, 0]);
  const twice = overlapsWith(Float32Array.from(OBJECT), Float32Array.of(...boxes, ...boxes), null);
  expect(twice.objectWeights[0]).toBeLessThan(found.objectWeights[0]!);
  // Half of the candidates, kept at random, stand for all of them.
  expect(overlapsWith(Float32Array.from(OBJECT), boxes, new Float32Array(3).fill(0.5)).objectWeights[0]).toBeCloseTo(
    twice.objectWeights[0]!,
    6,
  );
});

test('the ranking learns each threshold, and a candidate that was kept at random stands for those that were dropped', () => {
  const { targets, weights } = rankingRows(candidates);
  expect(targets).toHaveLength(15);
  for (const [column, isReached] of [true, true, true, false, false].entries())
    expect(targets[5 + column]! > 0.5).toBe(isReached);
  expect(targets[10]).toBeLessThan(1e-6);
  expect(weights[10]).toBeCloseTo(4, 4);
});

test('moves are learned from boxes that overlap an object: where its sides are', () => {
  const { rows, targets } = moveRows(candidates);
  expect([...rows]).toEqual([0, 1]);
  expect([...targets.subarray(0, 4)]).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(targets[7]).toBeCloseTo(0.5 + 10 / 30, 6);
});

test('the moved ranking learns the overlap that the move makes', () => {
  // Moves the lower side down by a quarter of the height, whatever the features.
  const down = {
    inputs: 1,
    layers: [{ inputs: 1, outputs: 4, weights: new Float32Array(4), bias: Float32Array.of(0, 0, 0, 9) }],
  };
  const { targets } = movedRankingRows(candidates, down);
  // 10..50 goes to 10..60: 40 of 50; 10..40 to 10..48 (7.5 rounded): 38 of 40.
  expect(targets[2]).toBeGreaterThan(0.5);
  expect(targets[4]).toBeLessThan(0.5);
  expect(targets[5 + 4]).toBeGreaterThan(0.5);
});
