/** Words that hold `bits` bits. */
export function wordCount(bits: number): number {
  return Math.ceil(bits / 32);
}

/**
 * Bit i of a row is 1 where activation i is strictly greater than the threshold; it stands in word i >> 5 at place i & 31.
 * Places beyond the last bit are 0.
 *
 * @param activations // (rows, bits)
 * @returns // (rows, ⌈bits / 32⌉)
 */
export function packBitsReference(
  activations: Float32Array,
  rows: number,
  bits: number,
  threshold: number,
): Int32Array {
  const words = wordCount(bits);
  const packed = new Int32Array(rows * words);
  for (let row = 0; row < rows; row++) {
    for (let bit = 0; bit < bits; bit++) {
      if (activations[row * bits + bit]! > threshold) packed[row * words + (bit >> 5)]! |= 1 << (bit & 31);
    }
  }
  return packed;
}
