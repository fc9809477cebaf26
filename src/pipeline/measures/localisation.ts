import { boxIou } from '../../base/image/box.ts';

/** The proposal that won a category that the photo truly holds, and where the category truly is. One frame for both. */
export interface Localised {
  readonly category: number;
  /** x0, y0, x1, y1 // (4,) */
  readonly winner: Float32Array;
  /** All boxes of the category in the photo, difficult ones too. // (M, 4) */
  readonly truth: Float32Array;
}

/**
 * CorLoc (Deselaers et al. 2010): the winning proposal overlaps a box of its category by IoU ≥ 0.5. Both boxes must be in
 * pixels (or another frame with one unit for both axes, or the same stretch for both: IoU does not change by stretching).
 */
export function isCorrectlyLocalised({ winner, truth }: Localised): boolean {
  for (let i = 0; i < truth.length / 4; i++) if (boxIou(winner, 0, truth, i) >= 0.5) return true;
  return false;
}

/** Pointing game (Zhang et al. 2016): the centre of the winning proposal lies in a box of its category. */
export function isPointedAt({ winner, truth }: Localised): boolean {
  const x = (winner[0]! + winner[2]!) / 2;
  const y = (winner[1]! + winner[3]!) / 2;
  for (let i = 0; i < truth.length; i += 4) {
    if (x >= truth[i]! && y >= truth[i + 1]! && x < truth[i + 2]! && y < truth[i + 3]!) return true;
  }
  return false;
}

export interface LocalisationFigures {
  /** Share of the (photo, label) pairs, 0..1; NaN where there is none. */
  readonly corloc: number;
  readonly pointing: number;
  readonly pairs: number;
}

/** Pairs whose photo has no box of the category cannot be judged and do not count. */
export function localisationFigures(pairs: readonly Localised[]): LocalisationFigures {
  const judged = pairs.filter(({ truth }) => truth.length > 0);
  return {
    corloc: judged.filter(isCorrectlyLocalised).length / judged.length,
    pointing: judged.filter(isPointedAt).length / judged.length,
    pairs: judged.length,
  };
}
