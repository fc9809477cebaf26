import { boxCount, boxIou, type PixelBoxes } from '../../../base/image/box.ts';

/** One photo's boxes against its human boxes, in the same frame. */
export interface RecallPhoto {
  /** Strongest first. // (N, 4) */
  readonly proposals: PixelBoxes;
  /** Non-difficult objects. // (M, 4) */
  readonly objects: PixelBoxes;
}

/** All are means over objects (not over photos), 0..1. */
export interface ProposalRecall {
  readonly objects: number;
  /** Share of objects that some box overlaps with IoU ≥ 0.5, 0.7, 0.8. */
  readonly recall50: number;
  readonly recall70: number;
  readonly recall80: number;
  /** Average best overlap. */
  readonly abo: number;
  /** Average recall over IoU 0.5..1: mean of max(0, 2·IoU − 1) (Hosang et al. 2015). */
  readonly ar: number;
}

/** Recall of the first `count` boxes of each photo. Photos without objects count for nothing; no object at all gives 0. */
export function proposalRecall(photos: readonly RecallPhoto[], count: number): ProposalRecall {
  let objects = 0,
    recall50 = 0,
    recall70 = 0,
    recall80 = 0,
    abo = 0,
    ar = 0;
  for (const photo of photos) {
    for (const best of bestOverlaps(photo, count)) {
      objects++;
      if (best >= 0.5) recall50++;
      if (best >= 0.7) recall70++;
      if (best >= 0.8) recall80++;
      abo += best;
      ar += Math.max(0, 2 * best - 1);
    }
  }
  const share = objects === 0 ? 0 : 1 / objects;
  return {
    objects,
    recall50: recall50 * share,
    recall70: recall70 * share,
    recall80: recall80 * share,
    abo: abo * share,
    ar: ar * share,
  };
}

/** The largest IoU of each object with any of the first `count` boxes. // (M,) */
export function bestOverlaps({ proposals, objects }: RecallPhoto, count: number): Float64Array {
  const best = new Float64Array(boxCount(objects));
  const most = Math.min(count, boxCount(proposals));
  for (let m = 0; m < best.length; m++) {
    for (let n = 0; n < most; n++) best[m] = Math.max(best[m]!, boxIou(objects, m, proposals, n));
  }
  return best;
}
