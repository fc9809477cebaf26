import type { DistinctSegments } from './duplicates.ts';
import { runMlp, sigmoid, type Mlp } from './mlp.ts';
import type { Scratch } from './scratch.ts';
import { FEATURE, SEGMENT_FEATURES } from './segmentFeatures.ts';

/** The overlaps with an object that the ranking asks for, one output each. */
export const RANKING_THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Width of the logistic step at a threshold: a box a little below it counts a little. */
const STEP_WIDTH = 0.025;

/**
 * Objectness of each segment by the learned ranking, 0..1: the mean over the thresholds of the chance that the box
 * overlaps an object that much, which is the box's expected share of the average recall.
 * `features` // (kept, SEGMENT_FEATURES); result // (kept,)
 */
export function learnedRanking(ranking: Mlp, features: Float32Array, scratch: Scratch): Float32Array {
  const count = features.length / SEGMENT_FEATURES;
  const outputs = RANKING_THRESHOLDS.length;
  const logits = runMlp(ranking, features, count, SEGMENT_FEATURES, scratch);
  const scores = scratch.float32(count);
  for (let k = 0; k < count; k++) {
    let sum = 0;
    for (let t = 0; t < outputs; t++) sum += sigmoid(logits[k * outputs + t]!);
    scores[k] = sum / outputs;
  }
  return scores;
}

/** What the ranking learns of a box whose best overlap with an object is `bestIou`, 0..1 for each threshold. */
export function objectnessTargets(bestIou: number): number[] {
  return RANKING_THRESHOLDS.map((threshold) => sigmoid((bestIou - threshold) / STEP_WIDTH));
}

/**
 * Objectness without any learned number, 0..1: a strong outline against a calm inside, found from several seeds, and
 * not tiny. // (kept,)
 */
export function handRanking({ votes }: DistinctSegments, features: Float32Array, scratch: Scratch): Float32Array {
  const scores = scratch.float32(votes.length);
  for (let k = 0, o = 0; k < votes.length; k++, o += SEGMENT_FEATURES) {
    const outline = features[o + FEATURE.outlineStrength]!;
    const inner = features[o + FEATURE.innerStrength]!;
    const share = Math.exp(features[o + FEATURE.logArea]!);
    const agreement = 1 + 0.2 * Math.min(10, Math.log2(1 + votes[k]!));
    scores[k] = (((0.2 + outline) / (0.4 + outline + inner)) * Math.sqrt(Math.min(1, share * 4)) * agreement) / 3;
  }
  return scores;
}
