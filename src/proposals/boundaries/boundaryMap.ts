import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { LabPlanes } from './lab.ts';

/**
 * How strongly a boundary runs between neighbouring pixels. Boundaries lie on the cracks between pixels, so that a step
 * edge is one crack wide and superpixels end exactly on it.
 */
export interface BoundaryMap {
  readonly width: number;
  readonly height: number;
  /** Between pixel (x, y) and (x+1, y), 0..1; the last column is 0. // (height·width,) */
  readonly east: Float32Array;
  /** Between pixel (x, y) and (x, y+1), 0..1; the last row is 0. // (height·width,) */
  readonly south: Float32Array;
}

/**
 * At each scale the means of the `radius` pixels on both sides of a crack are compared, smoothed along the crack by
 * (1, 2, 1)/4. Texture finer than the wide scale answers at the narrow one alone, a step edge at both.
 */
const NARROW = { radius: 1, weight: 0.4 } as const;
const WIDE = { radius: 3, weight: 0.6 } as const;

/** The Lab distance (over 100) that counts as half a boundary. */
const HALF_STRENGTH = 0.1;

export function boundaryMap(lab: LabPlanes, scratch: Scratch): BoundaryMap {
  const { width, height } = lab;
  const planes = [lab.lightness, lab.a, lab.b] as const;
  return {
    width,
    height,
    east: crackStrength(planes, width, height, scratch),
    south: southStrength(planes, width, height, scratch),
  };
}

/** Rows of sums that the loop keeps. */
const SUM_ROWS = 8;

/** Strength of the crack below each pixel: that of the planes turned about, turned back. */
function southStrength(
  planes: readonly [Float32Array, Float32Array, Float32Array],
  width: number,
  height: number,
  scratch: Scratch,
): Float32Array {
  const out = scratch.float32(width * height);
  const sums = scratch.float64(3 * SUM_ROWS * (width + 1));
  const loops = loopsOn(scratch, ...planes, out, sums);
  if (loops !== null) {
    loops.southStrength(
      planes[0].byteOffset,
      planes[1].byteOffset,
      planes[2].byteOffset,
      width,
      height,
      sums.byteOffset,
      out.byteOffset,
      NARROW.radius,
      NARROW.weight,
      WIDE.radius,
      WIDE.weight,
      HALF_STRENGTH,
    );
    return out;
  }
  const turned = [
    transposed(planes[0], width, height, scratch),
    transposed(planes[1], width, height, scratch),
    transposed(planes[2], width, height, scratch),
  ] as const;
  return transposed(crackStrength(turned, height, width, scratch), height, width, scratch);
}

/** The strongest of the four cracks around each pixel, for drawing. Owns its memory. // (height·width,) */
export function pixelStrength({ width, height, east, south }: BoundaryMap): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      out[i] = Math.max(east[i]!, south[i]!, x > 0 ? east[i - 1]! : 0, y > 0 ? south[i - width]! : 0);
    }
  }
  return out;
}

function transposed(plane: Float32Array, width: number, height: number, scratch: Scratch): Float32Array {
  const out = scratch.float32(width * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) out[x * height + y] = plane[i]!;
  return out;
}

/** Strength of the crack to the right of each pixel; running sums along the row serve every scale. */
function crackStrength(
  [lightness, a, b]: readonly [Float32Array, Float32Array, Float32Array],
  width: number,
  height: number,
  scratch: Scratch,
): Float32Array {
  const out = scratch.float32(width * height);
  const sums = scratch.float64(3 * (width + 2));
  const loops = loopsOn(scratch, lightness, a, b, out, sums);
  if (loops !== null) {
    loops.crackStrength(
      lightness.byteOffset,
      a.byteOffset,
      b.byteOffset,
      width,
      height,
      sums.byteOffset,
      out.byteOffset,
      NARROW.radius,
      NARROW.weight,
      WIDE.radius,
      WIDE.weight,
      HALF_STRENGTH,
    );
    return out;
  }
  const sumL = sums.subarray(0, width + 1);
  const sumA = sums.subarray(width + 2, 2 * width + 3);
  const sumB = sums.subarray(2 * width + 4, 3 * width + 5);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    smoothedSums(lightness, above, row, below, width, sumL);
    smoothedSums(a, above, row, below, width, sumA);
    smoothedSums(b, above, row, below, width, sumB);
    for (let x = 0; x < width - 1; x++) {
      const gradient =
        NARROW.weight * contrast(sumL, sumA, sumB, x + 1, NARROW.radius, width) +
        WIDE.weight * contrast(sumL, sumA, sumB, x + 1, WIDE.radius, width);
      out[row + x] = gradient / (gradient + HALF_STRENGTH);
    }
  }
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

/** Lab distance of the means of up to `radius` pixels before and from `at`; fewer where the row ends. */
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
