import { beforeAll, describe, expect, test } from 'vitest';
import * as tf from '../../../gpu/tfjs/tfjs.ts';
import { seededRandom } from '../random.ts';
import { categoryLoss } from './categoryLoss.ts';
import { labelLoss, sigmoidCrossEntropy } from './labelLoss.ts';
import { labelRelations, listwiseLoss } from './listwiseLoss.ts';
import { quantisationLoss } from './quantisationLoss.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const softplus = (x: number): number => Math.log1p(Math.exp(x));
const scalarOf = (loss: tf.Scalar): number => loss.dataSync()[0]!;

function randomRows(shape: [number, number] | [number, number, number], seed: number): tf.Tensor {
  const random = seededRandom(seed);
  return tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 0.6 * random.normal()),
    shape,
  );
}

describe('label loss', () => {
  test('is the cross-entropy summed over categories, worked by hand', () => {
    const logits = tf.tensor2d([0, Math.log(3)], [1, 2]),
      labels = tf.tensor2d([1, 0], [1, 2]);
    expect(scalarOf(labelLoss(logits, labels, tf.ones([1, 2])))).toBeCloseTo(Math.log(2) + Math.log(4), 5);
    expect(scalarOf(labelLoss(logits, labels, tf.tensor2d([1, 0], [1, 2])))).toBeCloseTo(Math.log(2), 5);
  });

  test('is a mean over photos', () => {
    const logits = tf.tensor2d([0, Math.log(3)], [2, 1]),
      labels = tf.tensor2d([1, 0], [2, 1]);
    expect(scalarOf(labelLoss(logits, labels, tf.ones([2, 1])))).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 5);
  });

  test('does not overflow where the heads are sure and wrong', () => {
    expect([...sigmoidCrossEntropy(tf.tensor1d([500, -500, 500]), tf.tensor1d([0, 1, 1])).dataSync()]).toEqual([
      500, 500, 0,
    ]);
  });
});

describe('listwise loss', () => {
  test('worked by hand for three photos of which two share a label', () => {
    const codes = tf.tensor2d([1, 1, 1, -1, -1, 1], [3, 2]),
      labels = tf.tensor2d([1, 0, 1, 0, 0, 1], [3, 2]);
    // The two sharers have similarity 0. The first has 0 to the third photo, the second has -1; one stranger among three photos.
    const first = softplus(0 - Math.log(3) - 0),
      second = softplus(-2 - Math.log(3) - 0);
    expect(scalarOf(listwiseLoss(codes, labelRelations(labels), 2))).toBeCloseTo((first + second + 0) / 3, 5);
  });

  test('codes alike where labels are shared and opposite where not cost less than the other way round', () => {
    const codes = tf.tensor2d([1, 1, 1, 1, -1, -1], [3, 2]);
    const right = scalarOf(listwiseLoss(codes, labelRelations(tf.tensor2d([1, 0, 1, 0, 0, 1], [3, 2])), 12));
    const wrong = scalarOf(listwiseLoss(codes, labelRelations(tf.tensor2d([0, 1, 1, 0, 0, 1], [3, 2])), 12));
    expect(right).toBeLessThan(1e-6);
    expect(wrong).toBeGreaterThan(5);
  });

  test('a shift of all similarities of a query costs nothing: it asks for the order alone', () => {
    const labels = tf.tensor2d([1, 0, 1, 0, 0, 1], [3, 2]);
    // A further bit that all share adds the same to every similarity.
    const without = scalarOf(listwiseLoss(tf.tensor2d([1, 1, 1, -1, -1, 1], [3, 2]), labelRelations(labels), 2));
    const withOne = scalarOf(
      listwiseLoss(tf.tensor2d([1, 1, 1, 1, -1, 1, -1, 1, 1], [3, 3]), labelRelations(labels), 3),
    );
    expect(withOne).toBeCloseTo(without, 5);
  });

  test('a batch in which all share, and one in which none do, give a finite loss and finite gradients', () => {
    for (const labels of [tf.ones<tf.Rank.R2>([3, 1]), tf.eye(3)]) {
      const { value, grad } = tf.valueAndGrad((codes) =>
        listwiseLoss(codes as tf.Tensor2D, labelRelations(labels), 12),
      )(randomRows([3, 4], 8));
      expect([...value.dataSync(), ...grad.dataSync()].every(Number.isFinite)).toBe(true);
    }
  });
});

test('quantisation loss is the squared distance to the nearer of ±1', () => {
  expect(scalarOf(quantisationLoss(tf.tensor2d([1, -1, 0.5, 0], [2, 2])))).toBeCloseTo((0.25 + 1) / 4, 6);
});

describe('category loss', () => {
  test('worked by hand: the same codes for photos of {a} and {a, b}', () => {
    const codes = tf.ones<tf.Rank.R3>([2, 2, 1]),
      labels = tf.tensor2d([1, 0, 1, 1], [2, 2]);
    // Both hold a: with themselves they are as alike as wanted, with each other 1 stands against 0.4, twice, of five pairs and one.
    // One holds b and the other does not: similarity 1 against −0.2, of one pair and one.
    expect(scalarOf(categoryLoss(codes, labels))).toBeCloseTo((2 * 0.6 ** 2) / 6 + 1.2 ** 2 / 2, 5);
  });

  test('codes of a category that neither photo holds are free', () => {
    const labels = tf.tensor2d([1, 0, 1, 0], [2, 2]);
    const withCodesOfB = (b: [number, number]) => scalarOf(categoryLoss(tf.tensor3d([1, 1, ...b], [2, 2, 1]), labels));
    expect(withCodesOfB([1, 1])).toBe(withCodesOfB([-1, 1]));
  });

  test('the more further labels two photos share, the more alike their codes should be', () => {
    const best = (second: number[]): number => {
      const labels = tf.tensor2d([1, 1, 1, 0, ...second], [2, 4]);
      const costs = [0.2, 0.4, 0.6, 0.8, 1].map((alike) => {
        const [x, y] = [1, 2 * alike - 1];
        const row = [1, x, 1, y]; // similarity of (1, 1) and (1, y) is alike
        return scalarOf(categoryLoss(tf.tensor3d([...row, ...new Array<number>(12).fill(0)], [4, 2, 2]), labels));
      });
      return costs.indexOf(Math.min(...costs));
    };
    expect(best([1, 1, 1, 0])).toBeGreaterThan(best([1, 1, 0, 1]));
    expect(best([1, 1, 0, 1])).toBeGreaterThan(best([1, 0, 0, 1]));
  });
});

test('each loss falls along its gradient', () => {
  const labels = tf.tensor2d([1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1, 0], [4, 3]);
  const losses: [string, tf.Tensor, (x: tf.Tensor) => tf.Scalar][] = [
    ['label', randomRows([4, 3], 1), (x) => labelLoss(x as tf.Tensor2D, labels, tf.ones([4, 3]))],
    ['listwise', randomRows([4, 8], 2), (x) => listwiseLoss(tf.tanh(x) as tf.Tensor2D, labelRelations(labels), 12)],
    ['quantisation', randomRows([4, 8], 6), (x) => quantisationLoss(x)],
    ['category', randomRows([3, 4, 6], 7), (x) => categoryLoss(tf.tanh(x) as tf.Tensor3D, labels)],
  ];
  for (const [name, x, loss] of losses) {
    const { value, grad } = tf.valueAndGrad(loss)(x);
    const squared = tf.sum(tf.square(grad)).dataSync()[0]!;
    const step = 1e-3 / Math.sqrt(squared);
    const fall = scalarOf(value as tf.Scalar) - scalarOf(loss(tf.sub(x, tf.mul(grad, step))));
    // To first order the fall is the step times the squared length of the gradient.
    expect(fall / (step * squared), name).toBeGreaterThan(0.8);
    expect(fall / (step * squared), name).toBeLessThan(1.2);
  }
});
