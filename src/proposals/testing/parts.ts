import type { RgbImage } from '../../image/rgbImage.ts';
import { Scratch } from '../scratch.ts';
import { segmentation, type Segmentation } from '../segmentation.ts';

/** The segmentation of an image in an arena of its own. */
export function partsOf(image: RgbImage, superpixels = 150): { parts: Segmentation; scratch: Scratch } {
  const scratch = new Scratch();
  return { parts: segmentation(image, superpixels, scratch), scratch };
}
