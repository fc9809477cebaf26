import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HANDLES, movedRegion, regionBetween, resizedRegion, SMALLEST_SIDE } from './editedRegion.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const step = fc.double({ min: -2, max: 2, noNaN: true });
const region = fc
  .tuple(share, share, share, share)
  .map(([ax, ay, bx, by]) => regionBetween({ x: ax, y: ay }, { x: bx, y: by }))
  .filter(({ x0, y0, x1, y1 }) => x1 - x0 >= SMALLEST_SIDE && y1 - y0 >= SMALLEST_SIDE);
const slack = 1e-9;

test('a moved box keeps its size and stays inside the photo', () => {
  fc.assert(
    fc.property(region, step, step, (box, x, y) => {
      const moved = movedRegion(box, { x, y });
      expect(moved.x1 - moved.x0).toBeCloseTo(box.x1 - box.x0, 9);
      expect(moved.y1 - moved.y0).toBeCloseTo(box.y1 - box.y0, 9);
      expect(Math.min(moved.x0, moved.y0)).toBeGreaterThanOrEqual(-slack);
      expect(Math.max(moved.x1, moved.y1)).toBeLessThanOrEqual(1 + slack);
    }),
  );
});

test('a handle moves its own sides alone, within the photo, and never turns a box inside out', () => {
  fc.assert(
    fc.property(region, fc.constantFrom(...HANDLES), step, step, (box, handle, x, y) => {
      const sized = resizedRegion(box, handle, { x, y });
      if (handle.x >= 0) expect(sized.x0).toBe(box.x0);
      if (handle.x <= 0) expect(sized.x1).toBe(box.x1);
      if (handle.y >= 0) expect(sized.y0).toBe(box.y0);
      if (handle.y <= 0) expect(sized.y1).toBe(box.y1);
      expect(sized.x1 - sized.x0).toBeGreaterThanOrEqual(SMALLEST_SIDE - slack);
      expect(sized.y1 - sized.y0).toBeGreaterThanOrEqual(SMALLEST_SIDE - slack);
      expect(Math.min(sized.x0, sized.y0)).toBeGreaterThanOrEqual(0);
      expect(Math.max(sized.x1, sized.y1)).toBeLessThanOrEqual(1);
    }),
  );
});
