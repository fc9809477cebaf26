import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { cropAround, croppedStyle, withinCrop } from './crop.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const region: fc.Arbitrary<Region> = fc
  .tuple(share, share, share, share)
  .map(([a, b, c, d]) => ({ x0: Math.min(a, b), x1: Math.max(a, b), y0: Math.min(c, d), y1: Math.max(c, d) }))
  .filter(({ x0, y0, x1, y1 }) => x1 - x0 > 1e-3 && y1 - y0 > 1e-3);
const aspect = fc.double({ min: 0.2, max: 5, noNaN: true });
const options = fc.record({
  photoAspect: aspect,
  frameAspect: aspect,
  margin: fc.double({ min: 0, max: 0.5, noNaN: true }),
  largestZoom: fc.double({ min: 1, max: 8, noNaN: true }),
});

test('a crop lies inside the photo, has the shape of the frame and is no more enlarged than allowed', () => {
  fc.assert(
    fc.property(region, options, (object, wanted) => {
      const crop = cropAround(object, wanted);
      expect(Math.min(crop.x0, crop.y0)).toBeGreaterThanOrEqual(0);
      expect(Math.max(crop.x1, crop.y1)).toBeLessThanOrEqual(1 + 1e-9);
      const [width, height] = [(crop.x1 - crop.x0) * wanted.photoAspect, crop.y1 - crop.y0];
      expect(width / height).toBeCloseTo(wanted.frameAspect, 6);
      const tallest = Math.min(1, wanted.photoAspect / wanted.frameAspect);
      expect(height).toBeGreaterThanOrEqual(tallest / wanted.largestZoom - 1e-9);
    }),
  );
});

test('an object that fits the frame is in the crop as a whole', () => {
  fc.assert(
    fc.property(region, options, (object, wanted) => {
      const tallest = Math.min(1, wanted.photoAspect / wanted.frameAspect);
      const widest = (tallest * wanted.frameAspect) / wanted.photoAspect;
      fc.pre(object.x1 - object.x0 <= widest && object.y1 - object.y0 <= tallest);
      const inside = withinCrop(object, cropAround(object, wanted));
      expect(Math.min(inside.x0, inside.y0)).toBeGreaterThanOrEqual(-1e-6);
      expect(Math.max(inside.x1, inside.y1)).toBeLessThanOrEqual(1 + 1e-6);
    }),
  );
});

test('the whole photo in a frame of its own shape is shown as it is', () => {
  const whole = { x0: 0, y0: 0, x1: 1, y1: 1 };
  const crop = cropAround(whole, { photoAspect: 1.5, frameAspect: 1.5, margin: 0.1, largestZoom: 3 });
  expect(crop).toEqual(whole);
  expect(croppedStyle(crop)).toEqual({ left: '0%', top: '0%', width: '100%', height: '100%' });
});
