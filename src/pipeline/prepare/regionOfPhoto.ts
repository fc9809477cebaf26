import { unitBoxes, type UnitBoxes } from '../../image/box.ts';
import { crop } from '../../image/crop.ts';
import { resize, sidesFitting } from '../../image/resize.ts';
import type { RgbImage } from '../../image/rgbImage.ts';
import type { Region } from '../pipeline.ts';

/** What lies around an object helps to tell what it is; a twelfth of its side is added at each edge. */
const CONTEXT = 1 / 12;
/** A small object is taken from a larger reduction of the photo, up to this side. */
const MOST_SIDE = 2048;

/** @throws RangeError when the region is empty or no rectangle. */
export function checkRegion({ x0, y0, x1, y1 }: Region): void {
  if (!(x1 > x0 && y1 > y0) || x1 <= 0 || y1 <= 0 || x0 >= 1 || y0 >= 1) {
    throw new RangeError(`checkRegion: got (${x0}, ${y0}, ${x1}, ${y1}), wanted a rectangle that meets the photo, in shares of its sides`);
  }
}

/** The region and some context, inside the photo. */
export function withContext({ x0, y0, x1, y1 }: Region): Region {
  const dx = (x1 - x0) * CONTEXT;
  const dy = (y1 - y0) * CONTEXT;
  return { x0: Math.max(0, x0 - dx), y0: Math.max(0, y0 - dy), x1: Math.min(1, x1 + dx), y1: Math.min(1, y1 + dy) };
}

/** Longer side at which the whole photo is decoded so that the region fills `side` pixels. */
export function decodingSide(region: Region, side: number): number {
  return Math.min(MOST_SIDE, Math.ceil(side / Math.max(region.x1 - region.x0, region.y1 - region.y0)));
}

/** The region's pixels, its longer side `side`. */
export function regionImage(photo: RgbImage, region: Region, side: number): RgbImage {
  const x0 = Math.min(photo.width - 1, Math.floor(region.x0 * photo.width));
  const y0 = Math.min(photo.height - 1, Math.floor(region.y0 * photo.height));
  const x1 = Math.max(x0 + 1, Math.min(photo.width, Math.ceil(region.x1 * photo.width)));
  const y1 = Math.max(y0 + 1, Math.min(photo.height, Math.ceil(region.y1 * photo.height)));
  const cut = crop(photo, x0, y0, x1, y1);
  const target = sidesFitting(cut.width, cut.height, side);
  return resize(cut, target.width, target.height);
}

/** Boxes found in the region's image, in shares of the whole photo. */
export function boxesInPhoto(boxes: UnitBoxes, region: Region): UnitBoxes {
  const width = region.x1 - region.x0;
  const height = region.y1 - region.y0;
  return unitBoxes(boxes.map((value, i) => (i % 2 === 0 ? region.x0 + value * width : region.y0 + value * height)));
}
