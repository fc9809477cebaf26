import type { RgbImage } from '../../base/image/rgbImage.ts';
import { explainProposals } from '../../proposals/explain.ts';
import type { SuperpixelMap } from '../api/pipeline.ts';

/**
 * All pairs at once: 4 MB and a fraction of a second for a thousand superpixels; afterwards any seed is a look-up.
 * @param image at the size that proposals are found on
 */
export function superpixelMap(image: RgbImage): SuperpixelMap {
  const { width, height, superpixelCount: count, labels, distancesFrom } = explainProposals(image);
  const distances = new Float32Array(count * count);
  for (let seed = 0; seed < count; seed++) distances.set(distancesFrom(seed), seed * count);
  return { width, height, count, labels: Uint16Array.from(labels), distances };
}
