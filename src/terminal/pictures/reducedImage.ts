import { BoxReduction, reductionFactor } from '../../base/image/boxReduction.ts';
import { resize, sidesFitting } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';

/** Pixels that are handed on at once. */
const STRIP_PIXELS = 2 ** 20;

/** A photo at a longer side of `side` or less, by the same whole numbers as the page's. */
export function reducedImage({ width, height, data }: RgbImage, side: number): RgbImage {
  const factor = reductionFactor(width, height, side);
  const reduction = new BoxReduction(width, height, factor);
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / (width * factor))) * factor;
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const rgba = new Uint8Array(count * width * 4);
    for (let to = 0, from = top * width * 3; to < rgba.length; to += 4, from += 3) {
      rgba[to] = data[from]!;
      rgba[to + 1] = data[from + 1]!;
      rgba[to + 2] = data[from + 2]!;
    }
    reduction.add(rgba);
  }
  const reduced = reduction.result();
  if (Math.max(width, height) <= side) return reduced;
  const target = sidesFitting(width, height, side);
  return resize(reduced, target.width, target.height);
}
