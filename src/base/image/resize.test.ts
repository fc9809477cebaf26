import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mirrored } from './mirror.ts';
import { resize, sidesFitting } from './resize.ts';
import { type RgbImage, rgbImage } from './rgbImage.ts';

const side = fc.integer({ min: 1, max: 24 });

function picture(width: number, height: number, seed: number): RgbImage {
  return rgbImage(
    width,
    height,
    Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 73 + seed * 31 + ((i * i) >> 3)) & 255),
  );
}

function greyRow(...values: number[]): RgbImage {
  return rgbImage(values.length, 1, Uint8Array.from(values.flatMap((value) => [value, value, value])));
}

test('a plain image stays plain at every size, up to its edges', () => {
  fc.assert(
    fc.property(side, side, side, side, fc.nat(255), (width, height, toWidth, toHeight, value) => {
      const plain = rgbImage(width, height, new Uint8Array(width * height * 3).fill(value));
      const { width: w, height: h, data } = resize(plain, toWidth, toHeight);
      expect([w, h, data.length]).toEqual([toWidth, toHeight, toWidth * toHeight * 3]);
      expect(data.every((byte) => byte === value)).toBe(true);
    }),
  );
});

test('no value leaves the range of the source', () => {
  fc.assert(
    fc.property(side, side, side, side, fc.nat(99), (width, height, toWidth, toHeight, seed) => {
      const source = picture(width, height, seed);
      const { data } = resize(source, toWidth, toHeight);
      for (let channel = 0; channel < 3; channel++) {
        const values = source.data.filter((_, i) => i % 3 === channel);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        expect(data.every((byte, i) => i % 3 !== channel || (byte >= low && byte <= high))).toBe(true);
      }
    }),
  );
});

test('left and right are treated alike', () => {
  fc.assert(
    fc.property(side, side, side, side, fc.nat(99), (width, height, toWidth, toHeight, seed) => {
      const source = picture(width, height, seed);
      const one = mirrored(resize(source, toWidth, toHeight)).data;
      const other = resize(mirrored(source), toWidth, toHeight).data;
      // The sums run in the other direction, so a half may be rounded to the other side.
      expect(one.every((byte, i) => Math.abs(byte - other[i]!) <= 1)).toBe(true);
    }),
  );
});

test('growing interpolates between pixel centres, shrinking averages under a triangle', () => {
  expect(resize(greyRow(0, 100), 4, 1).data.filter((_, i) => i % 3 === 0)).toEqual(Uint8Array.of(0, 25, 75, 100));
  // Centres 0.5 and 2.5, support 2: weights 1/4, 3/4, 3/4, 1/4, of which the outer one is cut off at each edge.
  expect(resize(greyRow(70, 140, 210, 0), 2, 1).data.filter((_, i) => i % 3 === 0)).toEqual(
    Uint8Array.of(
      Math.round((0.75 * 70 + 0.75 * 140 + 0.25 * 210) / 1.75),
      Math.round((0.25 * 140 + 0.75 * 210) / 1.75),
    ),
  );
});

test('at its own size an image is left as it is', () => {
  const source = picture(5, 4, 1);
  expect(resize(source, 5, 4)).toBe(source);
});

test('the longer side is met and the shorter keeps the proportion, never below one pixel', () => {
  expect(sidesFitting(500, 333, 384)).toEqual({ width: 384, height: 256 });
  expect(sidesFitting(333, 500, 384)).toEqual({ width: 256, height: 384 });
  expect(sidesFitting(4000, 3, 384)).toEqual({ width: 384, height: 1 });
  expect(sidesFitting(1, 1, 384)).toEqual({ width: 384, height: 384 });
});

test('a target without whole positive sides is refused', () => {
  expect(() => resize(picture(4, 4, 0), 0, 4)).toThrow('resize: got a target of 0×4, wanted positive whole sides');
  expect(() => resize(picture(4, 4, 0), 4, 2.5)).toThrow('resize: got a target of 4×2.5, wanted positive whole sides');
});
