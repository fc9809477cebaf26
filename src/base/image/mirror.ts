import { type RgbImage, rgbImage } from './rgbImage.ts';

/** The photo as a mirror shows it: left and right exchanged. */
export function mirrored({ width, height, data }: RgbImage): RgbImage {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const from = (row + width - 1 - x) * 3;
      const to = (row + x) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = data[from + c]!;
    }
  }
  return rgbImage(width, height, out);
}
