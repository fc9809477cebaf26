import type { PixelBoxes } from '../base/image/box.ts';

/** The proposals of one photo, strongest first. */
export interface ProposalSet {
  /** // (N, 4), pixels of the image that was given */
  readonly boxes: PixelBoxes;
  /** Objectness, higher is likelier to be an object; descending. // (N,) */
  readonly scores: Float32Array;
}
