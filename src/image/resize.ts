import { rgbImage, type RgbImage } from './rgbImage.ts';

/**
 * The one resize of the project, so that every browser and every backend sees the same pixels: separable triangle
 * filter whose support grows with the reduction (so it averages when it shrinks and interpolates when it grows), sums in
 * float64, float32 between the two directions, rounded to bytes at the end.
 */

interface Taps {
  /** First source index of each output index. // (size,) */
  readonly first: Int32Array;
  /** Weights, `width` for each output index, padded with zeros. // (size, width) */
  readonly weights: Float64Array;
  readonly width: number;
}

function triangleTaps(from: number, to: number): Taps {
  const scale = from / to;
  const support = Math.max(1, scale);
  const width = Math.ceil(support * 2) + 1;
  const first = new Int32Array(to);
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
  }
  return { first, weights, width };
}

/** @throws RangeError when a target side is not a positive whole number. */
export function resize(image: RgbImage, width: number, height: number): RgbImage {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`resize: got a target of ${width}×${height}, wanted positive whole sides`);
  }
  if (width === image.width && height === image.height) return image;
  const across = triangleTaps(image.width, width);
  const rows = new Float32Array(image.height * width * 3);
  for (let y = 0, o = 0; y < image.height; y++) {
    const row = y * image.width * 3;
    for (let x = 0; x < width; x++, o += 3) {
      let r = 0, g = 0, b = 0;
      const last = Math.min(across.width, image.width - across.first[x]!);
      for (let k = 0, s = row + across.first[x]! * 3, t = x * across.width; k < last; k++, s += 3, t++) {
        const weight = across.weights[t]!;
        r += weight * image.data[s]!;
        g += weight * image.data[s + 1]!;
        b += weight * image.data[s + 2]!;
      }
      rows[o] = r;
      rows[o + 1] = g;
      rows[o + 2] = b;
    }
  }
  const down = triangleTaps(image.height, height);
  const stride = width * 3;
  const data = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const last = Math.min(down.width, image.height - down.first[y]!);
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      for (let k = 0, s = down.first[y]! * stride + x, t = y * down.width; k < last; k++, s += stride, t++) {
        sum += down.weights[t]! * rows[s]!;
      }
      data[y * stride + x] = Math.round(sum);
    }
  }
  return rgbImage(width, height, data);
}

/** The sides of an image whose longer side is `longer`, in the same proportion; never below one pixel. */
export function sidesFitting(width: number, height: number, longer: number): { width: number; height: number } {
  const scale = longer / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
