import { expect, test } from 'vitest';
import { float16ToFloat32 } from '../../../base/weights/safetensors.ts';
import { halfFilter, packedHalves } from './halfFilter.ts';

function unpacked({ words, scale }: { readonly words: Int32Array; readonly scale: number }): number[] {
  return [...new Uint16Array(words.buffer)].map((half) => float16ToFloat32(half) / scale);
}

test('every number of float16 below one comes back exactly, subnormals too', () => {
  const all = Float32Array.from({ length: 2 * 0x3c00 }, (_, i) => float16ToFloat32((i >> 1) | (i & 1 ? 0x8000 : 0)));
  expect(unpacked(packedHalves(all)!)).toEqual([...all]);
});

test('weights that float16 rounds, or that lie too far apart for it, are refused', () => {
  expect(packedHalves(Float32Array.of(0.1, 1))).toBeNull();
  expect(packedHalves(Float32Array.of(NaN, 1))).toBeNull();
  // 2^-18 beside 2^14: scaled to 2^14 the smaller one is a subnormal.
  expect(packedHalves(Float32Array.of(2 ** 14, 2 ** -18))).toBeNull();
  expect(packedHalves(Float32Array.of(2 ** 14, 2 ** -14))?.scale).toBe(1);
  expect(packedHalves(Float32Array.of(0, 0))?.scale).toBe(1);
  expect(() => packedHalves(Float32Array.of(1))).toThrow('packedHalves: got 1 weights, wanted an even number');
});

test("a photo's three channels get zeros for the fourth", () => {
  const filter = halfFilter(Float32Array.of(1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6), [2, 1, 3, 2])!;
  expect(unpacked({ words: filter.packed.dataSync<'int32'>(), scale: filter.scale })).toEqual([
    1, 2, 3, 4, 5, 6, 0, 0, -1, -2, -3, -4, -5, -6, 0, 0,
  ]);
  filter.packed.dispose();
});
