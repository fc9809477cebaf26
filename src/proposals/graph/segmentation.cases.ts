import type { RgbImage } from '../../base/image/rgbImage.ts';
import { Scratch } from '../arena/scratch.ts';
import { type Segmentation, segmentation } from './segmentation.ts';

/** The segmentation of an image in an arena of its own, for tests. */
export function partsOf(image: RgbImage, superpixels = 150): { parts: Segmentation; scratch: Scratch } {
  const scratch = new Scratch();
  return { parts: segmentation(image, superpixels, scratch), scratch };
}
