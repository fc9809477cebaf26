import type { HalfMap } from './featureCacheWriter.ts';
import type { KeyedPhoto } from './keyedPhotos.ts';

/** What the worker is started with. */
export interface FeatureWorkerSettings {
  /** Path of the backbone's safetensors. */
  readonly weights: string;
  readonly backbone: string;
  readonly inputSide: number;
  readonly taps: readonly string[];
  readonly flip: boolean;
}

export type FeatureJob = KeyedPhoto;

/** The answer to a job; a photo that cannot be read is named and the run goes on. */
export type FeatureJobDone =
  | { readonly outcome: 'cached'; readonly maps: readonly HalfMap[] }
  | { readonly outcome: 'failed'; readonly reason: string };
