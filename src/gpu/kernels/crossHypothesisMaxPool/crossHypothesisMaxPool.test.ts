import { zeros, type Tensor2D } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { testOnEachBackend } from '../onEachBackend.ts';
import { crossHypothesisMaxPoolCases } from './crossHypothesisMaxPool.cases.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';
import { crossHypothesisMaxPool } from './crossHypothesisMaxPool.ts';

testOnEachBackend(crossHypothesisMaxPoolCases);

test('each category goes to its surest proposal, the first of equals', () => {
  const p = Float32Array.of(
    0.25, 0.5, 0.75,
    0.5, 0.5, 0.125,
    0.125, 0.25, 0.75,
  );
  const { maxima, winners } = crossHypothesisMaxPoolReference(p, 3, 3);
  expect([...maxima]).toEqual([0.5, 0.5, 0.75]);
  expect([...winners]).toEqual([1, 0, 0]);
});

test('no proposal and no category are refused', () => {
  expect(() => crossHypothesisMaxPool(zeros([0, 20]) as Tensor2D)).toThrow('crossHypothesisMaxPool: got [0, 20], wanted (N, C)');
  expect(() => crossHypothesisMaxPool(zeros([5, 0]) as Tensor2D)).toThrow('with at least one proposal and one category');
});
