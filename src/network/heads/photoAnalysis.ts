import type { UnitBoxes } from '../../base/image/box.ts';
import type { PhotoVectors } from '../vectors/photoVectors.ts';

/** Lengths of the semantic code that every photo gets, in bits. */
export const SEMANTIC_BITS = [16, 32, 48, 64] as const;
export type SemanticBits = (typeof SEMANTIC_BITS)[number];

/** All that one photo's forward pass gives. C categories, N proposals (box 0 is the whole photo). */
export interface PhotoAnalysis {
  /** // (N, 4) */
  readonly boxes: UnitBoxes;
  /** // (N,), class-agnostic */
  readonly objectness: Float32Array;
  /** Probability of each category for each proposal, calibrated. // (N, C), 0..1 */
  readonly proposalProbabilities: Float32Array;
  /** P_c = max over proposals, calibrated. // (C,), 0..1 */
  readonly probabilities: Float32Array;
  /** The proposal that won category c. // (C,), index into `boxes` */
  readonly winners: Int32Array;
  /** One packed semantic code for each length; bit i is word i >> 5, place i & 31. // (bits / 32 rounded up,) */
  readonly semanticCodes: Readonly<Record<SemanticBits, Uint32Array>>;
  /** Packed category-aware codes, category after category. // (C · wordsPerCategory,) */
  readonly categoryCodes: Uint32Array;
  /** What box 0 looks like, whatever is in it: near for copies and edits of one picture. // (4,), 128 bits */
  readonly appearance: Uint32Array;
  /** What each category's winning region looks like, category after category. // (C · 2,), 64 bits each */
  readonly regionAppearance: Uint32Array;
  /** Of the photo and its strongest distinct regions; absent in an analysis that was stored, and of a backbone without a layer for them. */
  readonly vectors?: PhotoVectors;
}
