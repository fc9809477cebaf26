import { expect, test } from 'vitest';
import { categoryPiece, codeBits, semanticCode } from './codeBits.ts';

test('bit i is word i >> 5, place i & 31', () => {
  const bits = codeBits(Uint32Array.of(0b101, 0x8000_0000), 64);
  expect(bits.flatMap((set, i) => (set ? [i] : []))).toEqual([0, 2, 63]);
});

test('a code may end within a word', () => {
  expect(codeBits(Uint32Array.of(0xffff_ffff), 24)).toEqual(Array.from({ length: 24 }, () => true));
});

test('too few words are rejected', () => {
  expect(() => codeBits(Uint32Array.of(1), 48)).toThrow('codeBits: got 1 words, wanted at least 2 for 48 bits');
});

test('the piece of a category is its own words', () => {
  expect([...categoryPiece(Uint32Array.of(1, 2, 3, 4), 1, 2)]).toEqual([3, 4]);
  expect(() => categoryPiece(Uint32Array.of(1, 2, 3), 0, 2)).toThrow(
    'categoryPiece: got 3 words, wanted a multiple of 2 categories',
  );
});

test('a length that no code has is rejected', () => {
  const codes = { 16: Uint32Array.of(1), 64: Uint32Array.of(2, 3) };
  expect(semanticCode(codes, 64)).toBe(codes[64]);
  expect(() => semanticCode(codes, 24)).toThrow('semanticCode: got 24 bits, wanted one of 16, 64');
});
