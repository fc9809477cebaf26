/** The bits of packed codes, for display: bit i is bit i & 31 of word i >> 5. */

/** // (bits,), true where the bit is set */
export function codeBits(words: Uint32Array, bits: number): boolean[] {
  if (words.length * 32 < bits) {
    throw new RangeError(
      `codeBits: got ${words.length} words, wanted at least ${Math.ceil(bits / 32)} for ${bits} bits`,
    );
  }
  return Array.from({ length: bits }, (_, i) => (((words[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1);
}

/** The code of category `index` out of category codes that are packed one after the other. */
export function categoryPiece(codes: Uint32Array, index: number, categories: number): Uint32Array {
  if (categories < 1 || codes.length % categories !== 0) {
    throw new RangeError(`categoryPiece: got ${codes.length} words, wanted a multiple of ${categories} categories`);
  }
  const wordsPerCategory = codes.length / categories;
  return codes.subarray(index * wordsPerCategory, (index + 1) * wordsPerCategory);
}

/** The semantic code with the given number of bits, out of an analysis's codes by length. */
export function semanticCode(codes: Readonly<Record<number, Uint32Array>>, bits: number): Uint32Array {
  const code = codes[bits];
  if (code === undefined)
    throw new RangeError(`semanticCode: got ${bits} bits, wanted one of ${Object.keys(codes).join(', ')}`);
  return code;
}
