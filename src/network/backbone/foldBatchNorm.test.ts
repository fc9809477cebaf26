import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldBatchNorm, inFirst } from './foldBatchNorm.ts';

const number = fc.double({ min: -4, max: 4, noNaN: true });
const one = (value: number) => Float32Array.of(value);

test('the folded convolution gives what convolution and normalisation give', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 6, maxLength: 6 }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      ([w = 0, b = 0, x = 0, scale = 0, shift = 0, mean = 0], variance) => {
        const epsilon = 0.001;
        const folded = foldBatchNorm(one(b), {
          scale: one(scale),
          shift: one(shift),
          mean: one(mean),
          variance: one(variance),
          epsilon,
        });
        const apart = (scale * (w * x + b - mean)) / Math.sqrt(variance + epsilon) + shift;
        const together = w * folded.scale[0]! * x + folded.bias[0]!;
        expect(Math.abs(apart - together)).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(apart)) * 40);
      },
    ),
  );
});

test('a kernel goes from out-first to in-first, each output times its scale', () => {
  // Two outputs, one input, one row of three columns.
  const kernel = { shape: [2, 1, 1, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) };
  expect(inFirst(kernel, Float32Array.of(1, 10))).toEqual({
    shape: [1, 3, 1, 2],
    values: Float32Array.of(1, 40, 2, 50, 3, 60),
  });
});
