import type { AppearanceDescription } from '../../../network/appearance/appearanceFile.ts';

/** What the worker of `npm run train:appearance` is started with. */
export interface AppearanceWorkerSettings {
  /** Folder of the model files. */
  readonly models: string;
  readonly description: AppearanceDescription;
}

/** The answer is a `FeatureJobDone`. */
export interface AppearanceJob {
  readonly id: string;
  readonly path: string;
  /** Of the edits. */
  readonly seed: number;
  /** The same seed, by which the cache tells the edits of one photo. */
  readonly variant: string;
}
