import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoxReduction, reductionFactor } from './boxReduction.ts';

function picture(width: number, height: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 73 + seed * 31 + ((i * i) >> 3)) & 255);
}

function reduced(width: number, height: number, factor: number, rgba: Uint8Array, rowsAStrip: number) {
  const reduction = new BoxReduction(width, height, factor);
  for (let y = 0; y < height; y += rowsAStrip)
    reduction.add(rgba.subarray(y * width * 4, Math.min(height, y + rowsAStrip) * width * 4));
  return reduction.result();
}

test('each pixel is the rounded mean of its box, cut boxes over what they have', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(99),
      (width, height, factor, seed) => {
        const rgba = picture(width, height, seed);
        const image = reduced(width, height, factor, rgba, height);
        for (let y = 0; y < image.height; y++) {
          for (let x = 0; x < image.width; x++) {
            for (let channel = 0; channel < 3; channel++) {
              let sum = 0,
                area = 0;
              for (let v = y * factor; v < Math.min(height, (y + 1) * factor); v++) {
                for (let u = x * factor; u < Math.min(width, (x + 1) * factor); u++, area++)
                  sum += rgba[(v * width + u) * 4 + channel]!;
              }
              expect(image.data[(y * image.width + x) * 3 + channel]).toBe(Math.round(sum / area));
            }
          }
        }
      },
    ),
  );
});

test('strips give the same bytes as the whole', () => {
  const rgba = picture(10, 13, 5);
  expect(reduced(10, 13, 3, rgba, 6)).toEqual(reduced(10, 13, 3, rgba, 13));
});

test('small photos are left to the one resize', () => {
  expect(reductionFactor(1151, 800, 384)).toBe(1);
  expect(reductionFactor(3000, 4000, 384)).toBe(3);
});

test('strips that end inside a box, bad factors and missing rows are refused', () => {
  expect(() => new BoxReduction(4, 4, 1.5)).toThrow(
    'BoxReduction: got a factor of 1.5, wanted a positive whole number',
  );
  const reduction = new BoxReduction(4, 4, 2);
  expect(() => reduction.add(new Uint8Array(4 * 3 * 4))).toThrow(
    'BoxReduction.add: got 48 bytes at row 0, wanted whole boxes of rows of 4 pixels',
  );
  expect(() => reduction.result()).toThrow('BoxReduction.result: got 0 rows, wanted 4');
});
