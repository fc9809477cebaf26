/**
 * Zeros behind the last channel of each cell: a photo has three channels, and the convolution kernels read four at a time.
 *
 * @param map // (cells, depth)
 * @returns // (cells, wanted), wanted ≥ depth
 */
export function padChannelsReference(map: Float32Array, depth: number, wanted: number): Float32Array {
  const cells = map.length / depth;
  const padded = new Float32Array(cells * wanted);
  for (let cell = 0; cell < cells; cell++) padded.set(map.subarray(cell * depth, (cell + 1) * depth), cell * wanted);
  return padded;
}
