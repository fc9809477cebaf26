/**
 * N binary codes of one length, packed: code n starts at word n · wordsPerCode, its bit i is word i >> 5, place i & 31
 * (least significant first). The places past the last bit of a code are zero, so that distances need no mask.
 */
export interface PackedCodes {
  readonly count: number;
  /** Bits of one code. */
  readonly bits: number;
  /** ⌈bits / 32⌉ */
  readonly wordsPerCode: number;
  /** // (count, wordsPerCode) */
  readonly words: Uint32Array;
}

/** @throws RangeError when `bits` is not a positive whole number. */
export function wordsForBits(bits: number): number {
  if (!Number.isInteger(bits) || bits < 1)
    throw new RangeError(`wordsForBits: got ${bits} bits, wanted a positive whole number`);
  return Math.ceil(bits / 32);
}

/** The places of a code's last word that may be set. */
function lastWordMask(bits: number): number {
  const used = bits & 31;
  return used === 0 ? 0xffffffff : (1 << used) - 1;
}

/**
 * Takes packed words as they are (no copy) after checking them.
 * @throws RangeError when `words` is no whole number of codes or a code has a bit set past its length.
 */
export function packedCodes(bits: number, words: Uint32Array): PackedCodes {
  const wordsPerCode = wordsForBits(bits);
  if (words.length % wordsPerCode !== 0) {
    throw new RangeError(
      `packedCodes: got ${words.length} words, wanted ${wordsPerCode} for each code of ${bits} bits`,
    );
  }
  const count = words.length / wordsPerCode;
  const unused = ~lastWordMask(bits);
  if (unused !== 0) {
    for (let n = 0, at = wordsPerCode - 1; n < count; n++, at += wordsPerCode) {
      if (words[at]! & unused) {
        throw new RangeError(`packedCodes: code ${n} has a bit set past bit ${bits - 1}, wanted zeros there`);
      }
    }
  }
  return { count, bits, wordsPerCode, words };
}

/** Joins codes that came one by one. `codes` // count times (wordsPerCode,) */
export function joinCodes(bits: number, codes: readonly Uint32Array[]): PackedCodes {
  const wordsPerCode = wordsForBits(bits);
  const words = new Uint32Array(codes.length * wordsPerCode);
  codes.forEach((code, n) => {
    if (code.length !== wordsPerCode) {
      throw new RangeError(`joinCodes: code ${n} has ${code.length} words, wanted ${wordsPerCode} for ${bits} bits`);
    }
    words.set(code, n * wordsPerCode);
  });
  return packedCodes(bits, words);
}

/**
 * Packs numbers by their sign: a bit is set where the value is above `threshold` (0 for signed activations, 0.5 for
 * sigmoids). NaN gives an unset bit.
 * @param values // (count, bits)
 */
export function packAbove(bits: number, values: ArrayLike<number>, threshold = 0): PackedCodes {
  const wordsPerCode = wordsForBits(bits);
  if (values.length % bits !== 0) {
    throw new RangeError(`packAbove: got ${values.length} values, wanted ${bits} for each code`);
  }
  const count = values.length / bits;
  const words = new Uint32Array(count * wordsPerCode);
  for (let n = 0, v = 0; n < count; n++) {
    const start = n * wordsPerCode;
    for (let i = 0; i < bits; i++, v++) {
      if (values[v]! > threshold) words[start + (i >> 5)]! |= 1 << (i & 31);
    }
  }
  return { count, bits, wordsPerCode, words };
}

/** Packs truth values. `values` // (count, bits) */
export function packBooleans(bits: number, values: readonly boolean[]): PackedCodes {
  return packAbove(bits, values.map(Number));
}

/** The words of code n, shared with `codes`, not copied. // (wordsPerCode,) */
export function codeAt(codes: PackedCodes, n: number): Uint32Array {
  if (!Number.isInteger(n) || n < 0 || n >= codes.count) {
    throw new RangeError(`codeAt: got code ${n}, wanted 0 to ${codes.count - 1}`);
  }
  return codes.words.subarray(n * codes.wordsPerCode, (n + 1) * codes.wordsPerCode);
}

export function bitAt(codes: PackedCodes, n: number, bit: number): boolean {
  if (!Number.isInteger(bit) || bit < 0 || bit >= codes.bits) {
    throw new RangeError(`bitAt: got bit ${bit}, wanted 0 to ${codes.bits - 1}`);
  }
  return ((codeAt(codes, n)[bit >> 5]! >>> (bit & 31)) & 1) === 1;
}
