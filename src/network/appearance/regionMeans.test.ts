import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../tools/onEachBackend.ts';
import { regionMeansCases } from './regionMeans.cases.ts';
import { regionMeansReference } from './regionMeans.reference.ts';

testOnEachBackend(regionMeansCases);

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
