/** A map of superpixels as the borders need it. `labels` // (height·width,) */
interface LabelMap {
  readonly width: number;
  readonly height: number;
  readonly labels: Uint16Array;
}

/** Two rounds turn the staircase of pixels into a line and move no corner by more than a pixel. */
const SMOOTHING_ROUNDS = 2;

/**
 * The borders between superpixels as line segments in pixels of the map, x0 y0 x1 y1 each. // (n, 4)
 * They run along the corners of pixels; each corner is then moved towards the mean of its neighbours on the border
 * (Laplacian smoothing), those on the edge of the photo only along it.
 */
export function superpixelBorders({ width, height, labels }: LabelMap): Float32Array {
  const columns = width + 1;
  const ends: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = labels[y * width + x];
      if (x + 1 < width && labels[y * width + x + 1] !== here)
        ends.push(y * columns + x + 1, (y + 1) * columns + x + 1);
      if (y + 1 < height && labels[(y + 1) * width + x] !== here)
        ends.push((y + 1) * columns + x, (y + 1) * columns + x + 1);
    }
  }
  const corners = columns * (height + 1);
  let xs = Float32Array.from({ length: corners }, (_, corner) => corner % columns);
  let ys = Float32Array.from({ length: corners }, (_, corner) => Math.floor(corner / columns));
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    [xs, ys] = [smoothed(xs, ends, 0, width), smoothed(ys, ends, 0, height)];
  }
  const segments = new Float32Array(ends.length * 2);
  ends.forEach((corner, n) => {
    segments[n * 2] = xs[corner] ?? 0;
    segments[n * 2 + 1] = ys[corner] ?? 0;
  });
  return segments;
}

/** One coordinate of every corner, moved halfway to the mean of its neighbours; values at `low` and `high` stay. */
function smoothed(
  values: Float32Array<ArrayBuffer>,
  ends: readonly number[],
  low: number,
  high: number,
): Float32Array<ArrayBuffer> {
  const sums = new Float32Array(values.length);
  const counts = new Uint8Array(values.length);
  for (let n = 0; n + 1 < ends.length; n += 2) {
    const a = ends[n]!;
    const b = ends[n + 1]!;
    sums[a]! += values[b]!;
    sums[b]! += values[a]!;
    counts[a]!++;
    counts[b]!++;
  }
  return values.map((value, corner) => {
    const count = counts[corner]!;
    return count === 0 || value === low || value === high ? value : (value + sums[corner]! / count) / 2;
  });
}
