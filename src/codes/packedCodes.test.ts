import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitAt, codeAt, joinCodes, packAbove, packBooleans, packedCodes, wordsForBits } from './packedCodes.ts';

const bitRows = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 8 }))
  .chain(([bits, count]) =>
    fc
      .array(fc.boolean(), { minLength: bits * count, maxLength: bits * count })
      .map((values) => ({ bits, count, values })),
  );

test('every bit that goes in comes out at its place', () => {
  fc.assert(
    fc.property(bitRows, ({ bits, count, values }) => {
      const codes = packBooleans(bits, values);
      expect(codes.count).toBe(count);
      values.forEach((value, at) => expect(bitAt(codes, Math.floor(at / bits), at % bits)).toBe(value));
    }),
  );
});

test('packed codes pass their own check, and survive taking apart and joining', () => {
  fc.assert(
    fc.property(bitRows, ({ bits, count, values }) => {
      const codes = packBooleans(bits, values);
      expect(packedCodes(bits, codes.words)).toEqual(codes);
      const parts = Array.from({ length: count }, (_, n) => codeAt(codes, n));
      expect(joinCodes(bits, parts)).toEqual(codes);
    }),
  );
});

test('bit 0 is the lowest place of word 0 and bit 33 the second place of word 1', () => {
  const values = Array.from({ length: 34 }, (_, i) => i === 0 || i === 31 || i === 33);
  expect([...packBooleans(34, values).words]).toEqual([0x80000001, 2]);
});

test('values are packed by the side of the threshold they are on, the threshold itself counting as unset', () => {
  expect([...packAbove(4, [0.2, -1, 0, NaN]).words]).toEqual([0b0001]);
  expect([...packAbove(4, [0.5, 0.51, 0.49, 1], 0.5).words]).toEqual([0b1010]);
});

test('a bit past the end of a code is refused', () => {
  expect(() => packedCodes(48, new Uint32Array([0, 0xffff, 0, 0x10000]))).toThrow(
    'packedCodes: code 1 has a bit set past bit 47, wanted zeros there',
  );
  expect(() => packedCodes(64, new Uint32Array([0xffffffff, 0xffffffff]))).not.toThrow();
});

test('wrong lengths are refused at the door', () => {
  expect(() => wordsForBits(0)).toThrow('wordsForBits: got 0 bits, wanted a positive whole number');
  expect(() => packedCodes(64, new Uint32Array(3))).toThrow(
    'packedCodes: got 3 words, wanted 2 for each code of 64 bits',
  );
  expect(() => packAbove(3, [1, 2])).toThrow('packAbove: got 2 values, wanted 3 for each code');
  expect(() => joinCodes(32, [new Uint32Array(1), new Uint32Array(2)])).toThrow(
    'joinCodes: code 1 has 2 words, wanted 1 for 32 bits',
  );
  expect(() => codeAt(packBooleans(1, [true]), 1)).toThrow('codeAt: got code 1, wanted 0 to 0');
  expect(() => bitAt(packBooleans(1, [true]), 0, 1)).toThrow('bitAt: got bit 1, wanted 0 to 0');
});
