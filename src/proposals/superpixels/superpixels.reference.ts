/**
 * Spreads distances and labels from the centres by raster passes. A sweep goes forward and back once; a pixel takes its neighbour's label
 * together with a distance that falls below its own. One sweep reaches every pixel, so all get a label.
 * @param east, south strength of the cracks // (height·width,) each
 * @param centres pixels // (centres,)
 * @param distance, labels overwritten // (height·width,) each
 */
export function assign(
  east: Float32Array,
  south: Float32Array,
  width: number,
  height: number,
  centres: Int32Array,
  sweeps: number,
  stepCost: number,
  distance: Float32Array,
  labels: Int32Array,
): void {
  distance.fill(Infinity);
  for (let k = 0; k < centres.length; k++) {
    distance[centres[k]!] = 0;
    labels[centres[k]!] = k;
  }
  for (let round = 0; round < sweeps; round++) {
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        let best = distance[i]!;
        if (x > 0) {
          const d = distance[i - 1]! + east[i - 1]! + stepCost;
          if (d < best) {
            best = d;
            labels[i] = labels[i - 1]!;
          }
        }
        if (y > 0) {
          const d = distance[i - width]! + south[i - width]! + stepCost;
          if (d < best) {
            best = d;
            labels[i] = labels[i - width]!;
          }
        }
        distance[i] = best;
      }
    }
    for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
      for (let x = width - 1; x >= 0; x--, i--) {
        let best = distance[i]!;
        if (x < width - 1) {
          const d = distance[i + 1]! + east[i]! + stepCost;
          if (d < best) {
            best = d;
            labels[i] = labels[i + 1]!;
          }
        }
        if (y < height - 1) {
          const d = distance[i + width]! + south[i]! + stepCost;
          if (d < best) {
            best = d;
            labels[i] = labels[i + width]!;
          }
        }
        distance[i] = best;
      }
    }
  }
}

/** Adds up x, y and 1 over the pixels of each label. `sums` zeros at first // (labels, 3) */
export function centroidSums(labels: Int32Array, width: number, sums: Float64Array): void {
  for (let i = 0, x = 0, y = 0; i < labels.length; i++) {
    const at = labels[i]! * 3;
    sums[at]! += x;
    sums[at + 1]! += y;
    sums[at + 2]!++;
    if (++x === width) {
      x = 0;
      y++;
    }
  }
}
