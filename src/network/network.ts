import type { RgbImage } from '../image/rgbImage.ts';
import type { UnitBoxes } from '../image/box.ts';
import type { ProposalSet } from '../proposals/proposalSet.ts';

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
}

/** A category that the heads know. */
export interface Category {
  readonly name: string;
  /** P_c at or above this says "the category is in the photo"; chosen for a stated precision. */
  readonly gate: number;
}

export interface StageTimes {
  readonly proposalsMs: number;
  readonly backboneMs: number;
  readonly headsMs: number;
}

export interface AnalyseOptions {
  /** Proposals found beforehand on `workingImage(image)`, by a worker say; found here when left out. */
  readonly proposals?: ProposalSet;
  /**
   * One region, (x0, y0, x1, y1) in shares of the photo. Then box 0 is the region in the place of the whole photo, and
   * only proposals that lie inside it are looked at: the codes describe what is in the region.
   */
  readonly within?: readonly [x0: number, y0: number, x1: number, y1: number];
  /** No more proposals than that are looked at, the likeliest ones; as many as the heads take where it is left out. */
  readonly atMost?: number;
}

/** Backbone and heads, loaded: from pixels to packed bits. */
export interface Network {
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  /** Names backbone, heads and proposal settings; codes of two versions are never compared. */
  readonly version: string;
  /**
   * The image may have any size; proposals are found on `workingImage(image)`.
   * @throws Error when the tfjs backend fails or gives a number that is none (on a GPU: DeviceLost, GpuFailed); RangeError when `within` is empty.
   */
  analyse(image: RgbImage, options?: AnalyseOptions): Promise<{ analysis: PhotoAnalysis; times: StageTimes }>;
  dispose(): void;
}

export type { ModelLoader } from '../weights/modelLoader.ts';
