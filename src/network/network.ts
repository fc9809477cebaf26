import type { RgbImage } from '../base/image/rgbImage.ts';
import type { ProposalSet } from '../proposals/proposalSet.ts';
import type { PhotoAnalysis } from './heads/photoAnalysis.ts';

/** A category that the network knows. */
export interface Category {
  readonly name: string;
  /** P_c at or above this says "the category is in the photo"; chosen for a stated precision. */
  readonly gate: number;
  /**
   * `trained`: by a label branch and hash layer of its own, which is meant where it is left out. `detected`: told by the backbone's detection
   * head alone, so less surely, and its codes are those of its winning region's looks. `taught`: by a person, from a few photos.
   */
  readonly basis?: 'trained' | 'detected' | 'taught';
  /** What it is listed with: animals, kitchen. Left out where the network does not say. */
  readonly group?: string;
}

/** What vectors of photos and regions are; those of two versions are never compared. */
export interface VectorSpace {
  readonly version: string;
  /** Numbers of a vector. */
  readonly dimensions: number;
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
  /**
   * Names the picture: its feature maps are kept until another picture is named, so that the next region of it costs no backbone. Whoever
   * names two pictures alike gets the maps of the first.
   */
  readonly keepAs?: string;
  /**
   * A person's word on the photo, by the category's name: the hash layers take it for what was found. Probabilities and winners stay what
   * they are. Categories without a label branch of their own are in no code, so that a word on them changes nothing.
   */
  readonly said?: Readonly<Record<string, 'present' | 'absent'>>;
  /** Stops the work between two stages: proposals, backbone, heads. */
  readonly signal?: AbortSignal;
}

/** Backbone and heads, loaded: from pixels to packed bits. */
export interface Network {
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  /** Names backbone, proposals, heads, the layers of the appearance codes and the vocabulary beyond the heads'; codes of two versions are never compared. */
  readonly version: string;
  /** Of the vectors that every analysis brings; null where the backbone has no layer for them. Their version is none of the codes'. */
  readonly vectors: VectorSpace | null;
  /**
   * The image may have any size; proposals are found on `workingImage(image)`.
   * @throws Error when the tfjs backend fails or gives a value that is not a number (on a GPU: DeviceLost, GpuFailed); RangeError when
   * `within` is empty; the signal's reason once it is aborted.
   */
  analyse(image: RgbImage, options?: AnalyseOptions): Promise<{ analysis: PhotoAnalysis; times: StageTimes }>;
  dispose(): void;
}
