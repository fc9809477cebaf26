import type { PhotoFile } from './photoFile.ts';
import type { PipelineOptions } from './pipeline.ts';

/** Heads of one's own; part of `Pipeline`. `training` in the snapshot tells how far a training is, `network` which heads are kept. */
export interface TrainingVerbs {
  /**
   * Trains heads on a labelled folder (without its test or val list), apart from the gallery, and keeps them; a training that was paused
   * is given up for it, but for what it saw of the same photos.
   * @returns the key of the heads
   * @throws Error, for a person, when there is too little to train on or another tab trains; Cancelled when the signal paused it.
   */
  trainHeads(files: readonly PhotoFile[], options?: PipelineOptions): Promise<string>;
  /** Goes on with what was paused, after a reload, too. @throws as `trainHeads` */
  resumeTraining(options?: PipelineOptions): Promise<string>;
  /** What a paused training has reached is deleted. */
  discardTraining(): Promise<void>;
  /** Heads as a file of weights, their card in its metadata. @throws Error, for a person, when they are no longer there. */
  exportHeads(key: string): Promise<Blob>;
  /** Where they are in use, the network that was there from the start is when the page is next loaded. */
  forgetHeads(key: string): Promise<void>;
}
