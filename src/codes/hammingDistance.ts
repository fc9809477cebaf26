import type { PackedCodes } from './packedCodes.ts';

/** Set bits of a 32-bit word (Warren, Hacker's Delight, figure 5-2). */
export function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** Bits in which `words` words of `a` from `aStart` differ from those of `b` from `bStart`. */
export function hammingDistance(a: Uint32Array, aStart: number, b: Uint32Array, bStart: number, words: number): number {
  let sum = 0;
  for (let w = 0; w < words; w++) sum += popcount(a[aStart + w]! ^ b[bStart + w]!);
  return sum;
}

/** @throws RangeError when the query is not as long as the codes. */
export function checkQuery(caller: string, codes: PackedCodes, query: Uint32Array): void {
  if (query.length !== codes.wordsPerCode) {
    throw new RangeError(
      `${caller}: got a query of ${query.length} words, wanted ${codes.wordsPerCode} for ${codes.bits} bits`,
    );
  }
}

/**
 * Distance of the query to each code, written to `out`. Codes of one and two words (up to 64 bits, all that a person's
 * search needs) have their own loops: the popcounts of a pair are folded into one another.
 * @param out // (count,), 0..bits
 */
export function hammingDistances(codes: PackedCodes, query: Uint32Array, out: Uint16Array): Uint16Array {
  checkQuery('hammingDistances', codes, query);
  if (out.length < codes.count) {
    throw new RangeError(`hammingDistances: got room for ${out.length} distances, wanted ${codes.count}`);
  }
  const { words, count, wordsPerCode } = codes;
  if (wordsPerCode === 1) {
    const q = query[0]!;
    for (let n = 0; n < count; n++) out[n] = popcount(words[n]! ^ q);
  } else if (wordsPerCode === 2) {
    const q0 = query[0]!;
    const q1 = query[1]!;
    for (let n = 0, at = 0; n < count; n++, at += 2) {
      let x = words[at]! ^ q0;
      let y = words[at + 1]! ^ q1;
      x -= (x >>> 1) & 0x55555555;
      y -= (y >>> 1) & 0x55555555;
      x = (x & 0x33333333) + ((x >>> 2) & 0x33333333) + (y & 0x33333333) + ((y >>> 2) & 0x33333333);
      x = (x & 0x0f0f0f0f) + ((x >>> 4) & 0x0f0f0f0f);
      out[n] = Math.imul(x, 0x01010101) >>> 24;
    }
  } else {
    for (let n = 0, at = 0; n < count; n++, at += wordsPerCode)
      out[n] = hammingDistance(words, at, query, 0, wordsPerCode);
  }
  return out;
}
