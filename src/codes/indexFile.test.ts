import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIndexFile, writeIndexFile, type CodeIndex } from './indexFile.ts';
import { packAbove } from './packedCodes.ts';
import { normalFrom, seededRandom } from './seededRandom.ts';

function indexOf(
  photos: number,
  categories: number,
  bitsPerCategory: number,
  lengths: readonly number[],
  seed = 1,
): CodeIndex {
  const random = seededRandom(seed);
  const codes = (bits: number, count: number) =>
    packAbove(
      bits,
      Float32Array.from({ length: bits * count }, () => normalFrom(random)),
    );
  return {
    pipelineVersion: `nanodet-g/heads-${seed}`,
    categories: Array.from({ length: categories }, (_, c) => ({
      name: `category ${c} é`,
      gate: Math.fround(random()),
    })),
    photoIds: Array.from({ length: photos }, (_, n) => `photo-${n}`),
    semantic: lengths.map((bits) => codes(bits, photos)),
    bitsPerCategory,
    categoryCodes: codes(bitsPerCategory, photos * categories).words,
    probabilities: Float32Array.from({ length: photos * categories }, random),
  };
}

test('what is written is read back, for any sizes', () => {
  fc.assert(
    fc.property(
      fc.nat(9),
      fc.nat(4),
      fc.integer({ min: 1, max: 70 }),
      fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 4 }),
      fc.nat(),
      (photos, categories, bits, lengths, seed) => {
        const index = indexOf(photos, categories, bits, lengths, seed);
        expect(readIndexFile(writeIndexFile(index))).toEqual(index);
      },
    ),
  );
});

test('the arrays that are read are views of the file', () => {
  const buffer = writeIndexFile(indexOf(3, 2, 16, [64]));
  const index = readIndexFile(buffer);
  for (const array of [index.probabilities, index.categoryCodes, index.semantic[0]!.words])
    expect(array.buffer).toBe(buffer);
});

test('a change of any byte is noticed', () => {
  const buffer = writeIndexFile(indexOf(3, 2, 16, [64, 16]));
  for (let at = 0; at < buffer.byteLength; at++) {
    if (at >= 36 && at < 40) continue; // the spare word of the header
    const damaged = buffer.slice(0);
    new Uint8Array(damaged)[at]! ^= 0x41;
    expect(() => readIndexFile(damaged), `byte ${at}`).toThrow();
  }
});

test('each field says what it is and what was wanted', () => {
  const buffer = writeIndexFile(indexOf(3, 2, 16, [64]));
  const changed = (word: number, value: number) => {
    const copy = buffer.slice(0);
    new Uint32Array(copy)[word] = value;
    return () => readIndexFile(copy);
  };
  expect(() => readIndexFile(buffer.slice(0, 12))).toThrow('readIndexFile: got 12 bytes, wanted a header of 40');
  expect(changed(0, 0x504b0304)).toThrow('wanted "FACETIDX": it is no index of Facet\'s');
  expect(changed(2, 2)).toThrow('readIndexFile: got format version 2, wanted 1');
  expect(changed(3, 4)).toThrow(
    /readIndexFile: got \d+ bytes, wanted \d+ for 4 photos and 2 categories: cut short or damaged/,
  );
  expect(changed(5, 0)).toThrow('readIndexFile: got a code of 0 bits, wanted at least 1');
  expect(changed(6, 1e6)).toThrow(/readIndexFile: got 1000000 semantic lengths in a file of \d+ bytes/);
  expect(changed(8, 1)).toThrow(/readIndexFile: got checksum \d+, wanted 1: the file is damaged/);
  expect(() => readIndexFile(buffer.slice(0, -8))).toThrow('cut short or damaged');
});

test('arrays that do not fit the photos are not written', () => {
  const index = indexOf(3, 2, 16, [64]);
  expect(() => writeIndexFile({ ...index, probabilities: new Float32Array(5) })).toThrow(
    'writeIndexFile: got 5 probabilities, wanted 6',
  );
  expect(() => writeIndexFile({ ...index, categoryCodes: new Uint32Array(7) })).toThrow(
    'writeIndexFile: got 7 words of category codes, wanted 6',
  );
  expect(() =>
    writeIndexFile({
      ...index,
      photoIds: ['a'],
      probabilities: new Float32Array(2),
      categoryCodes: new Uint32Array(2),
    }),
  ).toThrow('writeIndexFile: got 3 codes of 64 bits, wanted 1');
});
