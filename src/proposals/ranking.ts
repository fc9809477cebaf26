import type { RgbImage } from '../image/rgbImage.ts';
import type { DistinctSegments } from './duplicates.ts';
import type { Scratch } from './scratch.ts';
import type { SegmentPool } from './segments.ts';

/**
 * Objectness without any learned number, 0..1: a strong outline against a calm inside, found from several seeds, and
 * not tiny. // (kept,)
 */
export function handRanking(pool: SegmentPool, { kept, votes }: DistinctSegments, image: RgbImage, scratch: Scratch): Float32Array {
  const scores = scratch.float32(kept.length);
  const photo = image.width * image.height;
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!;
    const outline = pool.outlineStrength[i]! / Math.max(1, pool.perimeter[i]!);
    const inner = pool.innerStrength[i]! / Math.max(1, pool.innerLength[i]!);
    const share = pool.area[i]! / photo;
    scores[k] = (0.2 + outline) / (0.4 + outline + inner) * Math.sqrt(Math.min(1, share * 4)) * (1 + 0.2 * Math.log2(1 + votes[k]!));
  }
  return scores;
}
