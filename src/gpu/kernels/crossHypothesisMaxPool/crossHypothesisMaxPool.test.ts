import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, zeros } from '../../tfjs/tfjs.ts';
import { crossHypothesisMaxPoolCases } from './crossHypothesisMaxPool.cases.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';
import { crossHypothesisMaxPool } from './crossHypothesisMaxPool.ts';

testOnEachBackend(crossHypothesisMaxPoolCases);

test('each category goes to its surest proposal, the first of equals', () => {
  const z = Float32Array.of(0.25, 0.5, 0.75, 0.5, 0.5, 0.125, 0.125, 0.25, 0.75);
  const { pooled, winners } = crossHypothesisMaxPoolReference(z, 3, 3, 0);
  expect([...pooled]).toEqual([0.5, 0.5, 0.75]);
  expect([...winners]).toEqual([1, 0, 0]);
});

test('the smooth maximum lies between the mean and the maximum, and rises where more proposals agree', () => {
  const of = (...z: number[]): number =>
    crossHypothesisMaxPoolReference(Float32Array.from(z), z.length, 1, 0.5).pooled[0]!;
  expect(of(1, 2, 6)).toBeGreaterThan(3);
  expect(of(1, 2, 6)).toBeLessThan(6);
  expect(of(1, 6, 6)).toBeGreaterThan(of(1, 2, 6));
  expect(of(4, 4, 4, 4)).toBeCloseTo(4, 6);
});

test('no proposal, no category and a temperature below zero are refused', () => {
  expect(() => crossHypothesisMaxPool(zeros([0, 20]) as Tensor2D, 0)).toThrow(
    'crossHypothesisMaxPool: got [0, 20], wanted (N, C)',
  );
  expect(() => crossHypothesisMaxPool(zeros([5, 0]) as Tensor2D, 0)).toThrow(
    'with at least one proposal and one category',
  );
  expect(() => crossHypothesisMaxPool(zeros([5, 2]) as Tensor2D, -1)).toThrow(
    'got the temperature -1, wanted a finite number from 0',
  );
});
