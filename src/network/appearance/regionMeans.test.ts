import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KernelCase, randomValues, type Tolerance } from '../../gpu/kernels/kernelCase.ts';
import { tensor2d, tensor3d } from '../../gpu/tfjs/tfjs.ts';
import { testOnEachBackend } from '../../tools/onEachBackend.ts';
import { regionMeansReference } from './regionMeans.reference.ts';
import { regionMeans } from './regionMeans.ts';

/** Sums of a thousand cells in float32 against float64. */
const TOLERANCE: Tolerance = { absolute: 2e-5, relative: 1e-5, reason: 'sums in another order' };

function averaging(name: string, [h, w, d]: [number, number, number], boxes: readonly number[]): KernelCase {
  const map = randomValues(h * w * d, 3);
  const coords = Float32Array.from(boxes);
  return {
    name,
    run: () => [regionMeans(tensor3d(map, [h, w, d]), tensor2d(coords, [coords.length / 4, 4]))],
    expected: () => [regionMeansReference(map, h, w, d, coords)],
  };
}

testOnEachBackend({
  kernel: 'regionMeans',
  tolerance: TOLERANCE,
  cases: [
    averaging('one cell', [1, 1, 3], [0, 0, 1, 1]),
    averaging('the whole photo and a quarter of it', [26, 18, 7], [0, 0, 1, 1, 0.5, 0, 1, 0.5]),
    averaging('boxes of a part of a cell', [5, 7, 4], [0.41, 0.62, 0.44, 0.63, 0.99, 0.99, 1, 1]),
    averaging(
      'boxes of no area take the cell that they lie in',
      [5, 7, 4],
      [0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 0, 0, 0, 0],
    ),
    averaging(
      '20 seeded boxes on a map of 768 channels',
      [9, 13, 768],
      [...Array.from({ length: 20 }, (_, n) => [0.01 * n, 0.02 * n, 0.3 + 0.03 * n, 0.5 + 0.02 * n]).flat()],
    ),
  ],
});

test('hand-worked: a box over one whole and one half cell', () => {
  // One row of two cells, 3 and 9; the box ends in the middle of the second.
  expect([...regionMeansReference(Float32Array.of(3, 9), 1, 2, 1, Float32Array.of(0, 0, 0.75, 1))]).toEqual([5]);
});

const side = fc.integer({ min: 1, max: 6 });
const maps = fc
  .tuple(side, side)
  .chain(([h, w]) =>
    fc
      .array(fc.integer({ min: -8, max: 8 }), { minLength: h * w, maxLength: h * w })
      .map((values) => ({ h, w, values })),
  );

test('a mirrored map gives the mirrored box the same mean', () => {
  fc.assert(
    fc.property(maps, fc.double({ min: 0, max: 0.4, noNaN: true }), ({ h, w, values }, x) => {
      const mirrored = values.map((_, i) => values[Math.floor(i / w) * w + (w - 1 - (i % w))]!);
      const mean = (map: readonly number[], box: number[]): number =>
        regionMeansReference(Float32Array.from(map), h, w, 1, Float32Array.from(box))[0]!;
      expect(mean(mirrored, [1 - (x + 0.5), 0, 1 - x, 1])).toBeCloseTo(mean(values, [x, 0, x + 0.5, 1]), 4);
    }),
  );
});

test('a box has the mean of its two halves', () => {
  fc.assert(
    fc.property(maps, ({ h, w, values }) => {
      const boxes = Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 1, 0.5, 0, 1, 1);
      const [all, left, right] = regionMeansReference(Float32Array.from(values), h, w, 1, boxes);
      expect(all).toBeCloseTo((left! + right!) / 2, 5);
    }),
  );
});
