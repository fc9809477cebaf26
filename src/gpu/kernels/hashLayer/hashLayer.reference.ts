/**
 * A hash layer at query time: bit j of row r is Σ_k x[r, k]·w[k, j] + b[j] > 0, packed as by `packBits`. (The layer is trained
 * with a sigmoid and a threshold of 0.5, which is this sign.) With `weightsPerRow` each row has a layer of its own.
 *
 * @param x // (rows, width)
 * @param weights // (width, bits), or (rows, width, bits)
 * @param bias // (bits,), or (rows, bits)
 * @returns // (rows, ⌈bits / 32⌉)
 */
export function hashLayerReference(
  x: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  rows: number,
  width: number,
  bits: number,
  weightsPerRow: boolean,
): Int32Array {
  const words = Math.ceil(bits / 32);
  const packed = new Int32Array(rows * words);
  for (let row = 0; row < rows; row++) {
    const layer = weightsPerRow ? row : 0;
    for (let bit = 0; bit < bits; bit++) {
      let sum = bias[layer * bits + bit]!;
      for (let k = 0; k < width; k++) sum += x[row * width + k]! * weights[(layer * width + k) * bits + bit]!;
      if (sum > 0) packed[row * words + (bit >> 5)]! |= 1 << (bit & 31);
    }
  }
  return packed;
}
