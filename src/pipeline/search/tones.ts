import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoLook } from '../../codes/duplicates/photoLook.ts';

/** Colours and contrast of a picture. */
export interface Tones {
  readonly means: NonNullable<PhotoLook['means']>;
  readonly contrast: number;
}

/** @param image a small one will do */
export function tonesOf({ data }: Pick<RgbImage, 'data'>): Tones {
  const pixels = data.length / 3;
  let [red, green, blue, luminances, squares] = [0, 0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    red += r;
    green += g;
    blue += b;
    const luminance = 0.299 * r + 0.587 * g + 0.114 * b;
    luminances += luminance;
    squares += luminance * luminance;
  }
  const mean = luminances / pixels;
  return {
    means: [red / pixels, green / pixels, blue / pixels],
    contrast: Math.sqrt(Math.max(0, squares / pixels - mean * mean)),
  };
}
