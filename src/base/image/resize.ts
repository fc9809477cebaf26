import { type RgbImage, rgbImage } from './rgbImage.ts';

/**
 * The one resize of the project, so that every browser and every backend sees the same pixels: separable triangle
 * filter whose support grows with the reduction (so it averages when it shrinks and interpolates when it grows), sums in
 * float64, float32 between the two directions, rounded to bytes at the end.
 */

interface Taps {
  /** First source index of each output index. // (size,) */
  readonly first: Int32Array;
  /** How many source indices each output index has a weight of. // (size,) */
  readonly count: Int32Array;
  /** Weights, `width` for each output index, padded with zeros. // (size, width) */
  readonly weights: Float64Array;
  readonly width: number;
}

function triangleTaps(from: number, to: number): Taps {
  const scale = from / to;
  const support = Math.max(1, scale);
  const width = Math.ceil(support * 2) + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Float64Array(to * width);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale - 0.5;
    const low = Math.max(0, Math.ceil(centre - support));
    const high = Math.min(from - 1, Math.floor(centre + support));
    first[i] = low;
    let sum = 0;
    for (let k = low; k <= high; k++) {
      const weight = Math.max(0, 1 - Math.abs(k - centre) / support);
      weights[i * width + k - low] = weight;
      sum += weight;
    }
    for (let k = 0; k < width; k++) weights[i * width + k]! /= sum;
    // The filter's own end has no weight.
    count[i] = high - low + (weights[i * width + high - low] === 0 ? 0 : 1);
  }
  return { first, count, weights, width };
}

/** @throws RangeError when a target side is not a positive whole number. */
export function resize(image: RgbImage, width: number, height: number): RgbImage {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`resize: got a target of ${width}×${height}, wanted positive whole sides`);
  }
  if (width === image.width && height === image.height) return image;
  const across = triangleTaps(image.width, width);
  const rows = new Float32Array(image.height * width * 3);
  for (let y = 0; y < image.height; y++) resizeRow(image, y, across, rows);
  const down = triangleTaps(image.height, height);
  const stride = width * 3;
  const data = new Uint8Array(height * stride);
  const sums = new Float64Array(stride);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < down.count[y]!; k++)
      addRow(sums, rows, (down.first[y]! + k) * stride, down.weights[y * down.width + k]!);
    roundRow(sums, data, y * stride);
  }
  return rgbImage(width, height, data);
}

// A row is a call, so that V8 compiles the loop over it as a function. Where loops nest it compiles the inner one first, and falls back
// to the interpreter at the end of each round ("exit from OSR'd inner loop") for longer than a first photo takes.

/** Row y of the image, reduced across. @param rows // (image.height, across.first.length, 3) */
function resizeRow(
  { data, width: sourceWidth }: RgbImage,
  y: number,
  { first, count, weights, width: taps }: Taps,
  rows: Float32Array,
): void {
  const row = y * sourceWidth * 3;
  for (let x = 0, o = y * first.length * 3; x < first.length; x++, o += 3) {
    let r = 0,
      g = 0,
      b = 0;
    const end = x * taps + count[x]!;
    for (let s = row + first[x]! * 3, t = x * taps; t < end; s += 3, t++) {
      const weight = weights[t]!;
      r += weight * data[s]!;
      g += weight * data[s + 1]!;
      b += weight * data[s + 2]!;
    }
    rows[o] = r;
    rows[o + 1] = g;
    rows[o + 2] = b;
  }
}

function addRow(sums: Float64Array, rows: Float32Array, at: number, weight: number): void {
  for (let x = 0; x < sums.length; x++) sums[x]! += weight * rows[at + x]!;
}

function roundRow(sums: Float64Array, data: Uint8Array, at: number): void {
  for (let x = 0; x < sums.length; x++) data[at + x] = Math.round(sums[x]!);
}

/** The sides of an image whose longer side is `longer`, in the same proportion; never below one pixel. */
export function sidesFitting(width: number, height: number, longer: number): { width: number; height: number } {
  const scale = longer / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
