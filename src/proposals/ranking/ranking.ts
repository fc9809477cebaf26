import type { Scratch } from '../arena/scratch.ts';
import type { DistinctSegments } from '../candidates/duplicates.ts';
import { type Mlp, sigmoid } from './mlp.ts';
import { runMlp } from './runMlp.ts';
import { FEATURE, SEGMENT_FEATURES } from './segmentFeatures.ts';

/** The overlaps with an object that the ranking predicts, one output each. */
export const RANKING_THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Boxes with what the ranking says about each. */
export interface RankedBoxes {
  /** // (N, 4) */
  readonly boxes: Float32Array;
  /** The chance of overlapping an object by each threshold, 0..1. // (N, RANKING_THRESHOLDS) */
  readonly chances: Float32Array;
}

/** Width of the logistic step at a threshold, so that a box just below it still counts a little. */
const STEP_WIDTH = 0.025;

/**
 * The chance of each segment's box of overlapping an object by each threshold, 0..1, by the learned ranking.
 * `features` // (kept, SEGMENT_FEATURES); result // (kept, RANKING_THRESHOLDS)
 */
export function learnedRanking(ranking: Mlp, features: Float32Array, scratch: Scratch): Float32Array {
  const chances = runMlp(ranking, features, features.length / SEGMENT_FEATURES, SEGMENT_FEATURES, scratch);
  for (let i = 0; i < chances.length; i++) chances[i] = sigmoid(chances[i]!);
  return chances;
}

/** What the ranking is trained to say of a box whose best overlap with an object is `bestIou`: 0..1 for each threshold. */
export function objectnessTargets(bestIou: number): number[] {
  return RANKING_THRESHOLDS.map((threshold) => sigmoid((bestIou - threshold) / STEP_WIDTH));
}

/**
 * The same without any learned number: the better, the stronger the outline against the borders inside, the more segments agree on the
 * box (up to 2¹⁰ of them), and the larger it is (up to a quarter of the photo); the higher the threshold, the less likely. The constants
 * keep the product in 0..1 and were set by hand. // (kept, RANKING_THRESHOLDS)
 */
export function handRanking({ votes }: DistinctSegments, features: Float32Array, scratch: Scratch): Float32Array {
  const chances = scratch.float32(votes.length * RANKING_THRESHOLDS.length);
  for (let k = 0, o = 0, at = 0; k < votes.length; k++, o += SEGMENT_FEATURES) {
    const outline = features[o + FEATURE.outlineStrength]!;
    const inner = features[o + FEATURE.innerStrength]!;
    const share = Math.exp(features[o + FEATURE.logArea]!);
    const agreement = 1 + 0.2 * Math.min(10, Math.log2(1 + votes[k]!));
    const objectness =
      (((0.2 + outline) / (0.4 + outline + inner)) * Math.sqrt(Math.min(1, share * 4)) * agreement) / 3;
    for (const threshold of RANKING_THRESHOLDS) chances[at++] = 2 * (1 - threshold) * objectness;
  }
  return chances;
}
