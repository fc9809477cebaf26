import type { HalfMap } from './featureCacheWriter.ts';

/** What the worker is started with. */
export interface FeatureWorkerSettings {
  /** Path of the backbone's safetensors. */
  readonly weights: string;
  readonly backbone: string;
  readonly inputSide: number;
  readonly taps: readonly string[];
  readonly flip: boolean;
}

export interface FeatureJob {
  readonly id: string;
  readonly path: string;
}

/** The answer to a job; a photo that cannot be read is named and the run goes on. */
export type FeatureJobDone =
  | { readonly id: string; readonly outcome: 'cached'; readonly maps: readonly HalfMap[] }
  | { readonly id: string; readonly outcome: 'failed'; readonly reason: string };
