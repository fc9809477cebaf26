import type { Scratch } from '../arena/scratch.ts';

/**
 * At each scale the means of the `radius` pixels on either side of a crack are compared, smoothed along the crack by (1, 2, 1)/4.
 * Texture finer than the wide scale answers at the narrow one alone, a step edge at both.
 */
export const BOUNDARY = {
  narrow: { radius: 1, weight: 0.4 },
  wide: { radius: 3, weight: 0.6 },
  /** The Lab distance (over 100) that counts as half a boundary. */
  halfStrength: 0.1,
} as const;

/** Lightness, a and b. // (height·width,) each */
export type Planes = readonly [Float32Array, Float32Array, Float32Array];

/** Strength of the crack to the right of each pixel, 0..1; running sums along the row serve every scale. // (height·width,) */
export function eastStrength([lightness, a, b]: Planes, width: number, height: number, scratch: Scratch): Float32Array {
  const { narrow, wide, halfStrength } = BOUNDARY;
  const out = scratch.float32(width * height);
  const sumL = scratch.float64(width + 1);
  const sumA = scratch.float64(width + 1);
  const sumB = scratch.float64(width + 1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    smoothedSums(lightness, above, row, below, width, sumL);
    smoothedSums(a, above, row, below, width, sumA);
    smoothedSums(b, above, row, below, width, sumB);
    for (let x = 0; x < width - 1; x++) {
      const gradient =
        narrow.weight * contrast(sumL, sumA, sumB, x + 1, narrow.radius, width) +
        wide.weight * contrast(sumL, sumA, sumB, x + 1, wide.radius, width);
      out[row + x] = gradient / (gradient + halfStrength);
    }
  }
  return out;
}

/** Strength of the crack below each pixel: `eastStrength` of the transposed planes, transposed back. // (height·width,) */
export function southStrength(planes: Planes, width: number, height: number, scratch: Scratch): Float32Array {
  const turned: Planes = [
    transposed(planes[0], width, height, scratch),
    transposed(planes[1], width, height, scratch),
    transposed(planes[2], width, height, scratch),
  ];
  return transposed(eastStrength(turned, height, width, scratch), height, width, scratch);
}

function transposed(plane: Float32Array, width: number, height: number, scratch: Scratch): Float32Array {
  const out = scratch.float32(width * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) out[x * height + y] = plane[i]!;
  return out;
}

function smoothedSums(
  plane: Float32Array,
  above: number,
  row: number,
  below: number,
  width: number,
  sums: Float64Array,
): void {
  for (let x = 0; x < width; x++)
    sums[x + 1] = sums[x]! + 0.25 * (plane[above + x]! + 2 * plane[row + x]! + plane[below + x]!);
}

/** Lab distance between the means of up to `radius` pixels before `at` and from `at` on; fewer where the row ends. */
function contrast(
  l: Float64Array,
  a: Float64Array,
  b: Float64Array,
  at: number,
  radius: number,
  width: number,
): number {
  const from = at > radius ? at - radius : 0;
  const to = at + radius < width ? at + radius : width;
  const before = 1 / (at - from);
  const after = 1 / (to - at);
  const dl = (l[to]! - l[at]!) * after - (l[at]! - l[from]!) * before;
  const da = (a[to]! - a[at]!) * after - (a[at]! - a[from]!) * before;
  const db = (b[to]! - b[at]!) * after - (b[at]! - b[from]!) * before;
  return Math.sqrt(dl * dl + da * da + db * db);
}
