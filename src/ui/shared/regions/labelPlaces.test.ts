import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelPlaces } from './labelPlaces.ts';

const frame = { width: 640, height: 480 };
const label = (x0: number, y0: number, x1: number, y1: number) => ({
  region: { x0, y0, x1, y1 },
  width: 90,
  height: 24,
});

test('a label stands above its box where there is room, and in it otherwise', () => {
  expect(labelPlaces([label(0.1, 0.5, 0.5, 0.9)], frame)).toEqual([{ x: 64, y: 240 - 24 - 3 }]);
  const [inside] = labelPlaces([label(0, 0, 1, 1)], frame);
  expect(inside).toEqual({ x: 3, y: 3 });
});

test('up to four labels of one and the same box do not cover each other', () => {
  const places = labelPlaces(
    Array.from({ length: 4 }, () => label(0, 0, 1, 1)),
    frame,
  );
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
});

test('no label leaves the photo', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, share, share), { maxLength: 12 }), (boxes) => {
      const labels = boxes.map(([a, b, c, d]) => label(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
      for (const { x, y } of labelPlaces(labels, frame)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + 90).toBeLessThanOrEqual(frame.width);
        expect(y + 24).toBeLessThanOrEqual(frame.height);
      }
    }),
  );
});
