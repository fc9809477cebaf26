import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import type { HeadsDescription } from '../heads/headsDescription.ts';
import { hashPass, regionPass, smoothMaximum } from './batchForward.ts';
import { denseMatMul, inputMatMul, stopGradient } from './denseMatMul.ts';
import { createHeadsVariables } from './headsVariables.ts';
import { labelLoss } from './losses/labelLoss.ts';
import { labelRelations, listwiseLoss } from './losses/listwiseLoss.ts';
import { seededRandom } from './random.ts';

const DESCRIPTION: HeadsDescription = {
  backbone: 'tiny',
  categories: ['bird', 'boat', 'sofa'],
  taps: [{ tap: 'only', channels: 12, levels: [1] }],
  detectorClasses: 3,
  hidden: 6,
  groupWidth: 2,
  semanticHidden: 4,
  bitsPerCategory: 3,
  maxProposals: 8,
  poolTemperature: 0.5,
  placement: 0,
};
/** Large steps cross corners of the rectified layers, small ones drown in the rounding of float32. */
const STEP = 2e-3;

const random = seededRandom(1);
const normals = (count: number, deviation = 1): Float32Array =>
  Float32Array.from({ length: count }, () => random.normal() * deviation);

/** Largest difference between the gradients of `loss` and its central differences, over the largest difference quotient. */
function gradientError(variables: readonly tf.Variable[], loss: () => tf.Scalar): number {
  const { grads } = tf.variableGrads(loss, [...variables]);
  let worst = 0,
    largest = 0;
  for (const variable of variables) {
    const gradient = grads[variable.name]!.dataSync();
    const base = Float32Array.from(variable.dataSync());
    const at = (i: number, move: number): number => {
      variable.assign(
        tf.tensor(
          base.map((value, k) => (k === i ? value + move : value)),
          variable.shape,
        ),
      );
      return tf.tidy(loss).dataSync()[0]!;
    };
    for (let i = 0; i < base.length; i++) {
      const quotient = (at(i, STEP) - at(i, -STEP)) / (2 * STEP);
      worst = Math.max(worst, Math.abs(quotient - gradient[i]!));
      largest = Math.max(largest, Math.abs(quotient));
    }
    variable.assign(tf.tensor(base, variable.shape));
  }
  return worst / largest;
}

test.each(['wasm', 'cpu'])(
  'the passes of training have the gradients that differences give, on %s',
  async (backend) => {
    await tf.setBackend(backend);
    const heads = createHeadsVariables(DESCRIPTION, random);
    for (const variable of heads.named('')) variable.assign(tf.tensor(normals(variable.size, 0.5), variable.shape));
    const features = tf.tensor3d(normals(4 * 5 * 15), [4, 5, 15]);
    const labels = tf.tensor2d([1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1], [4, 3]);
    const mask = Float32Array.from({ length: 4 * 5 * 6 }, () => (random.next() < 0.5 ? 0 : 2));
    const dropout = (shape: number[]): tf.Tensor => tf.tensor(mask, shape);
    const labelsLoss = (): tf.Scalar =>
      labelLoss(smoothMaximum(regionPass(features, heads, dropout).logits, 0.5), labels, tf.onesLike(labels));
    const hashesLoss = (): tf.Scalar =>
      listwiseLoss(hashPass(regionPass(features, heads, dropout), heads, null).semantic[16], labelRelations(labels), 4);
    expect(gradientError(heads.named('hidden', 'label', 'evidence'), labelsLoss)).toBeLessThan(2e-2);
    expect(gradientError(heads.named('group', 'trunk', 'semantic16'), hashesLoss)).toBeLessThan(2e-2);
    heads.dispose();
  },
);

test('a product of matrices has the gradients of tf.matMul; that of an input has none to the input', async () => {
  await tf.setBackend('cpu');
  const a = tf.tensor2d(normals(12), [3, 4]),
    b = tf.tensor2d(normals(8), [4, 2]);
  const of = (product: (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor): tf.Tensor[] =>
    tf.grads((x, y) => tf.sum(tf.square(product(x as tf.Tensor2D, y as tf.Tensor2D))))([a, b]);
  const [wantedA, wantedB] = of((x, y) => tf.matMul(x, y)).map((gradient) => [...gradient.dataSync()]);
  const near = (got: tf.Tensor, wanted: readonly number[]): void =>
    got.dataSync().forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 4));
  const [toA, toB] = of(denseMatMul);
  near(toA!, wantedA!);
  near(toB!, wantedB!);
  near(tf.grad((y) => tf.sum(tf.square(inputMatMul(a, y as tf.Tensor2D))))(b), wantedB!);
  expect([
    ...tf
      .grad((x) => tf.sum(tf.mul(stopGradient(x), x)))(a)
      .dataSync(),
  ]).toEqual([...a.dataSync()]);
});
