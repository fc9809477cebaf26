import type { DistinctSegments } from './duplicates.ts';
import { runMlp, sigmoid, type Mlp } from './mlp.ts';
import type { Scratch } from './scratch.ts';
import { FEATURE, SEGMENT_FEATURES } from './segmentFeatures.ts';

/** Objectness of each segment by the learned ranking, 0..1. `features` // (kept, SEGMENT_FEATURES); result // (kept,) */
export function learnedRanking(ranking: Mlp, features: Float32Array, scratch: Scratch): Float32Array {
  const scores = runMlp(ranking, features, features.length / SEGMENT_FEATURES, SEGMENT_FEATURES, scratch);
  for (let k = 0; k < scores.length; k++) scores[k] = sigmoid(scores[k]!);
  return scores;
}

/**
 * What the ranking learns: 0 below an IoU of 0.35 with any object, 1 from 0.95 on, straight between. Below 0.35 a box
 * is of no use, so telling 0.1 from 0.2 would waste the network.
 */
export function objectnessTarget(bestIou: number): number {
  return Math.min(1, Math.max(0, (bestIou - 0.35) / 0.6));
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
