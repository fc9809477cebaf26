import { expect, test } from 'vitest';
import { superpixelBorders } from './superpixelBorders.ts';

test('one superpixel has no border', () => {
  expect(superpixelBorders({ width: 5, height: 4, labels: new Uint16Array(20) })).toHaveLength(0);
});

test('a straight border stays straight and reaches both edges of the photo', () => {
  const labels = Uint16Array.from({ length: 6 * 8 }, (_, p) => (p % 6 < 3 ? 0 : 1));
  const segments = superpixelBorders({ width: 6, height: 8, labels });
  const xs = [...segments].filter((_, n) => n % 2 === 0);
  const ys = [...segments].filter((_, n) => n % 2 === 1);
  expect(new Set(xs)).toEqual(new Set([3]));
  expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, 8]);
});

test('a staircase becomes smoother, and no corner moves by more than a pixel', () => {
  const side = 12;
  const labels = Uint16Array.from({ length: side * side }, (_, p) => (p % side > Math.floor(p / side) ? 1 : 0));
  const segments = superpixelBorders({ width: side, height: side, labels });
  let length = 0;
  for (let n = 0; n < segments.length; n += 4) {
    length += Math.hypot(segments[n + 2]! - segments[n]!, segments[n + 3]! - segments[n + 1]!);
    // The staircase runs between y = x − 1 and y = x.
    expect(segments[n + 1]! - segments[n]!).toBeGreaterThan(-1.6);
    expect(segments[n + 1]! - segments[n]!).toBeLessThan(0.6);
  }
  expect(length).toBeLessThan(segments.length / 4);
});
