import { resize, sidesFitting } from '../base/image/resize.ts';
import type { RgbImage } from '../base/image/rgbImage.ts';

/** Longer side of the image that proposals are found on, pixels: what the settings of the proposals were chosen at. */
export const WORKING_SIDE = 384;

/** The photo at the size that proposals are found on, the same in every browser. */
export function workingImage(image: RgbImage): RgbImage {
  const { width, height } = sidesFitting(image.width, image.height, WORKING_SIDE);
  return resize(image, width, height);
}
