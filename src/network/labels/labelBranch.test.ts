import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { intermediateFeature, labelLogits, type LabelBranchWeights } from './labelBranch.ts';

let weights: LabelBranchWeights;

beforeAll(async () => {
  await tf.setBackend('cpu');
  weights = {
    weight: tf.tensor2d([1, 0, 0, 1], [2, 2]),
    context: tf.tensor2d([0, 10, 0, 0], [2, 2]),
    bias: tf.tensor1d([-1, 0]),
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
  expect([...labelLogits(tf.tensor2d([1, 1, 0, 2], [2, 2]), weights).dataSync()]).toEqual([5.5, 6.5]);
});
