import type { TaughtLayer } from './learnCategory.ts';
import { bagLogits, bagsOf } from './photoBags.ts';
import { type TaughtCalibration, taughtProbability } from './taughtCalibration.ts';

/** What a taught category says of one photo and of each of its regions. */
export interface ToldOfPhoto {
  /** 0..1 */
  readonly probability: number;
  /** The region that is most of the category, 0 the whole photo. */
  readonly winner: number;
  /** Of each region in the winner's place: the winner has the photo's. // (n,), 0..1 */
  readonly ofRegions: Float32Array;
}

/** @param vectors of the photo as they are stored // (n, K) */
export function toldOfPhoto(category: TaughtLayer & TaughtCalibration, vectors: Int8Array): ToldOfPhoto {
  const dimensions = category.weights.length;
  const own = bagsOf([vectors], dimensions);
  const { logits, winners } = bagLogits(category, own);
  const winner = winners[0]!;
  // Each row as a photo by itself: bias + twice what lies along the weights.
  const rows = bagsOf(
    Array.from({ length: vectors.length / dimensions }, (_, n) =>
      vectors.subarray(n * dimensions, (n + 1) * dimensions),
    ),
    dimensions,
  );
  const along = bagLogits(category, rows).logits;
  return {
    probability: taughtProbability(category, logits[0]!),
    winner,
    ofRegions: Float32Array.from(along, (logit) =>
      taughtProbability(category, logits[0]! - (along[winner]! - logit) / 2),
    ),
  };
}

/** The signs of a vector, 64 at most: what a category's winning region is to codes of looks. Bit i is word i >> 5, place i & 31. // (2,) */
export function signsOf(vector: Int8Array): Uint32Array {
  const words = new Uint32Array(2);
  for (let i = 0; i < Math.min(64, vector.length); i++) if (vector[i]! > 0) words[i >> 5]! |= 1 << (i & 31);
  return words;
}
