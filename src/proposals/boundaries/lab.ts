import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Scratch } from '../arena/scratch.ts';

/** CIE L*a*b* (D65), each divided by 100: lightness 0..1, a and b about −1..1. Planes of // (height·width,) */
export interface LabPlanes {
  readonly width: number;
  readonly height: number;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** sRGB byte → linear light, 0..1. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/** Steps of the table of the Lab cube root; at 4,096 its error is below that of one step of an sRGB byte. */
const ROOT_STEPS = 4096;
const ROOT = Float32Array.from({ length: ROOT_STEPS + 2 }, (_, step) => {
  const t = step / ROOT_STEPS;
  return t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116;
});

export function labPlanes(image: RgbImage, scratch: Scratch): LabPlanes {
  const { width, height, data } = image;
  const size = width * height;
  const lightness = scratch.float32(size);
  const a = scratch.float32(size);
  const b = scratch.float32(size);
  for (let i = 0, s = 0; i < size; i++, s += 3) {
    const red = LINEAR[data[s]!]!;
    const green = LINEAR[data[s + 1]!]!;
    const blue = LINEAR[data[s + 2]!]!;
    // Linear sRGB → XYZ over the D65 white point.
    const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
    const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
    const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
    const fx = ROOT[(x * ROOT_STEPS + 0.5) | 0]!;
    const fy = ROOT[(y * ROOT_STEPS + 0.5) | 0]!;
    const fz = ROOT[(z * ROOT_STEPS + 0.5) | 0]!;
    lightness[i] = 1.16 * fy - 0.16;
    a[i] = 5 * (fx - fy);
    b[i] = 2 * (fy - fz);
  }
  return { width, height, lightness, a, b };
}
