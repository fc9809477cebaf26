import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { itqCodes, learnItq } from './itq.ts';
import { nearestOrthogonal, orthonormaliseColumns } from './orthogonalMatrix.ts';

/** How far MᵀM is from the identity. */
function departureFromOrthonormal(matrix: Float64Array, rows: number, columns: number): number {
  let worst = 0;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < columns; j++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += matrix[r * columns + i]! * matrix[r * columns + j]!;
      worst = Math.max(worst, Math.abs(dot - (i === j ? 1 : 0)));
    }
  }
  return worst;
}

/** Four clusters in 12 dimensions, and some noise. // (count, 12) */
function clusters(count: number): Float32Array {
  const random = seededRandom(4);
  const centres = Array.from({ length: 4 }, () => Float64Array.from({ length: 12 }, () => 2 * normalFrom(random)));
  return Float32Array.from(
    { length: count * 12 },
    (_, at) => centres[Math.floor(at / 12) % 4]![at % 12]! + 0.3 * normalFrom(random),
  );
}

test('the columns of the projection are orthonormal', () => {
  const { projection } = learnItq(clusters(200), 12, 8);
  expect(departureFromOrthonormal(projection, 12, 8)).toBeLessThan(1e-9);
});

test('the quantisation loss never rises and falls below that of the first rotation', () => {
  const { losses } = learnItq(clusters(200), 12, 8);
  expect(losses).toHaveLength(50);
  for (let i = 1; i < losses.length; i++) expect(losses[i]!).toBeLessThanOrEqual(losses[i - 1]! + 1e-9);
  expect(losses.at(-1)!).toBeLessThan(losses[0]!);
});

test('photos of one cluster are nearer to each other than to those of the others', () => {
  const codes = itqCodes(learnItq(clusters(200), 12, 8), clusters(200));
  let within = 0,
    between = 0;
  for (let n = 4; n < 200; n++) {
    within += hammingDistance(codes.words, n, codes.words, n % 4, 1) / 196;
    between += hammingDistance(codes.words, n, codes.words, (n + 1) % 4, 1) / 196;
  }
  expect(within).toBeLessThan(between / 2);
});

test('one seed gives one model, another seed another', () => {
  const features = clusters(50);
  expect(learnItq(features, 12, 4, { seed: 3 })).toEqual(learnItq(features, 12, 4, { seed: 3 }));
  expect(learnItq(features, 12, 4, { seed: 4 }).projection).not.toEqual(
    learnItq(features, 12, 4, { seed: 3 }).projection,
  );
});

test('the nearest orthogonal matrix of a stretched rotation is the rotation', () => {
  const c = Math.cos(0.7),
    s = Math.sin(0.7);
  // Rotation times diag(3, 0.5).
  const out = nearestOrthogonal(new Float64Array([3 * c, -0.5 * s, 3 * s, 0.5 * c]), 2);
  [c, -s, s, c].forEach((value, i) => expect(out[i]).toBeCloseTo(value, 12));
});

test('a singular matrix still has an orthogonal neighbour, and dependent columns an orthonormal base', () => {
  expect(departureFromOrthonormal(nearestOrthogonal(new Float64Array([1, 1, 1, 1]), 2), 2, 2)).toBeLessThan(1e-12);
  expect(departureFromOrthonormal(nearestOrthogonal(new Float64Array(9), 3), 3, 3)).toBeLessThan(1e-12);
  const dependent = new Float64Array([1, 2, 1, 2, 1, 2]);
  orthonormaliseColumns(dependent, 3, 2);
  expect(departureFromOrthonormal(dependent, 3, 2)).toBeLessThan(1e-12);
});

test('too few rows or dimensions, and rows of another length, are refused', () => {
  expect(() => learnItq(new Float32Array(30), 10, 8)).toThrow(
    'learnItq: got 30 numbers in rows of 10, wanted at least 8 whole rows and dimensions for 8 bits',
  );
  expect(() => itqCodes(learnItq(clusters(20), 12, 4), new Float32Array(13))).toThrow(
    'itqCodes: got 13 numbers, wanted rows of 12',
  );
  expect(() => orthonormaliseColumns(new Float64Array(6), 2, 3)).toThrow(
    'orthonormaliseColumns: got 3 columns of 2 numbers, wanted at most as many columns',
  );
});
