import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { intermediateFeature, type LabelBranchWeights, labelLogits } from './labelBranch.ts';

let weights: LabelBranchWeights;

beforeAll(async () => {
  await tf.setBackend('cpu');
  weights = {
    weight: tf.tensor2d([1, 0, 0, 1], [2, 2]),
    context: tf.tensor2d([0, 10, 0, 0], [2, 2]),
    bias: tf.tensor1d([-1, 0]),
    evidenceWeight: null,
    labelWeight: tf.tensor2d([2, 3], [2, 1]),
    labelBias: tf.tensor1d([0.5]),
  };
});

test('each proposal is seen beside the whole photo, which is row 0', () => {
  const hidden = intermediateFeature(tf.tensor2d([3, 4, 0.5, -50], [2, 2]), weights);
  // Row 0: (3 − 1, 4 + 10·3); row 1: (0.5 − 1 cut at 0, −50 + 10·3 cut at 0).
  expect([...hidden.dataSync()]).toEqual([2, 34, 0, 0]);
});

test('logits are one linear layer on it', () => {
  expect([...labelLogits(tf.tensor2d([1, 1, 0, 2], [2, 2]), null, 1, weights).place.dataSync()]).toEqual([5.5, 6.5]);
});

test('the evidence of a detection head adds its own linear layer', () => {
  const withEvidence = { ...weights, evidenceWeight: tf.tensor2d([10, -1], [2, 1]) };
  const hidden = tf.tensor2d([1, 1, 0, 2], [2, 2]);
  const evidence = tf.tensor2d([1, 0, 0, 4], [2, 2]);
  const { presence, place } = labelLogits(hidden, evidence, 0, withEvidence);
  expect([...presence.dataSync()]).toEqual([15.5, 2.5]);
  expect(place).toBe(presence);
  // Where it is the evidence counts half as much again.
  const placed = labelLogits(hidden, evidence, 0.5, withEvidence);
  expect([...placed.presence.dataSync()]).toEqual([15.5, 2.5]);
  expect([...placed.place.dataSync()]).toEqual([20.5, 0.5]);
});

test('evidence without weights, and weights without evidence, are refused', () => {
  const hidden = tf.tensor2d([1, 1], [1, 2]),
    evidence = tf.tensor2d([1, 0], [1, 2]);
  const message = 'labelLogits: wanted evidence exactly where there are weights for it';
  expect(() => labelLogits(hidden, evidence, 0, weights)).toThrow(message);
  expect(() => labelLogits(hidden, null, 0, { ...weights, evidenceWeight: tf.tensor2d([10, -1], [2, 1]) })).toThrow(
    message,
  );
});
