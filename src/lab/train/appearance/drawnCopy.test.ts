import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../base/seededRandom.ts';
import { DRAWN_COPIES } from './appearanceConfig.ts';
import { drawnCopy, seenInCopy } from './drawnCopy.ts';

test('every drawn crop and region lies in the photo, the region in the crop too, and both are seen in the copy', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { edit, regions, inCopy } = drawnCopy(seededRandom(seed));
      const [x0, y0, x1, y1] = edit.crop;
      expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x1, y1)).toBeLessThanOrEqual(1 + 1e-12);
      expect(regions).toHaveLength(DRAWN_COPIES.regionsPerCopy);
      for (const [rx0, ry0, rx1, ry1] of regions) {
        expect(rx0 >= x0 - 1e-12 && ry0 >= y0 - 1e-12 && rx1 <= x1 + 1e-12 && ry1 <= y1 + 1e-12).toBe(true);
      }
      for (const [cx0, cy0, cx1, cy1] of inCopy) {
        expect(Math.min(cx0, cy0)).toBeGreaterThanOrEqual(0);
        expect(Math.max(cx1, cy1)).toBeLessThanOrEqual(1);
        expect(cx1 > cx0 && cy1 > cy0).toBe(true);
      }
    }),
  );
});

test('hand-worked: a box of the photo in shares of its copy, mirrored or not', () => {
  const edit = { crop: [0.2, 0, 0.7, 1], mirrored: false, brightness: 1, colour: 1, quality: 75 } as const;
  const rounded = (box: readonly number[]): number[] => box.map((edge) => Math.round(edge * 1e9) / 1e9);
  expect(rounded(seenInCopy([0.3, 0.5, 0.45, 0.75], edit))).toEqual([0.2, 0.5, 0.5, 0.75]);
  expect(rounded(seenInCopy([0.3, 0.5, 0.45, 0.75], { ...edit, mirrored: true }))).toEqual([0.5, 0.5, 0.8, 0.75]);
  // What the crop leaves out is cut off.
  expect(rounded(seenInCopy([0, 0, 0.45, 1], edit))).toEqual([0, 0, 0.5, 1]);
});

test('one seed draws one copy', () => {
  expect(drawnCopy(seededRandom(4))).toEqual(drawnCopy(seededRandom(4)));
});
