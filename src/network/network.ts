import type { RgbImage } from '../base/image/rgbImage.ts';
import type { ProposalSet } from '../proposals/proposalSet.ts';
import type { PhotoAnalysis } from './heads/photoAnalysis.ts';

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
   * One region, (x0, y0, x1, y1) in shares of the photo. Then box 0 is the region instead of the whole photo, and
   * only proposals that lie inside it are looked at: the codes describe what is in the region.
   */
  readonly within?: readonly [x0: number, y0: number, x1: number, y1: number];
  /** Only so many proposals are analysed, the likeliest ones; by default as many as the heads take. */
  readonly atMost?: number;
  /** Stops the work between two stages: proposals, backbone, heads. */
  readonly signal?: AbortSignal;
}

/** Backbone and heads, loaded: from pixels to packed bits. */
export interface Network {
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  /** Names backbone, proposals, heads and the layers of the appearance codes; codes of two versions are never compared. */
  readonly version: string;
  /**
   * The image may have any size; proposals are found on `workingImage(image)`.
   * @throws Error when the tfjs backend fails or gives a value that is not a number (on a GPU: DeviceLost, GpuFailed); RangeError when
   * `within` is empty; the signal's reason once it is aborted.
   */
  analyse(image: RgbImage, options?: AnalyseOptions): Promise<{ analysis: PhotoAnalysis; times: StageTimes }>;
  dispose(): void;
}
