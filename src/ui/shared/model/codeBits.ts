/** Bits of a packed code as a person can look at them: bit i is word i >> 5, place i & 31. */

/** // (bits,), true where the bit is set */
export function codeBits(words: Uint32Array, bits: number): boolean[] {
  if (words.length * 32 < bits) {
    throw new RangeError(
      `codeBits: got ${words.length} words, wanted at least ${Math.ceil(bits / 32)} for ${bits} bits`,
    );
  }
  return Array.from({ length: bits }, (_, i) => (((words[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1);
}

/** The piece of category `index` out of category codes packed one after the other. */
export function categoryPiece(codes: Uint32Array, index: number, categories: number): Uint32Array {
  if (categories < 1 || codes.length % categories !== 0) {
    throw new RangeError(`categoryPiece: got ${codes.length} words, wanted a multiple of ${categories} categories`);
  }
  const wordsPerCategory = codes.length / categories;
  return codes.subarray(index * wordsPerCategory, (index + 1) * wordsPerCategory);
}

/** The semantic code of a length, out of an analysis' codes by their length. */
export function semanticCode(codes: Readonly<Record<number, Uint32Array>>, bits: number): Uint32Array {
  const code = codes[bits];
  if (code === undefined)
    throw new RangeError(`semanticCode: got ${bits} bits, wanted one of ${Object.keys(codes).join(', ')}`);
  return code;
}
