import type { PixelBoxes } from '../image/box.ts';

/** Where boxes come from: geodesic object proposals, the detector's own head, or both joined. */
export type ProposalSource = 'geodesic' | 'detector' | 'both';

/** The proposals of one photo, strongest first. */
export interface ProposalSet {
  /** // (N, 4), pixels of the image that was given */
  readonly boxes: PixelBoxes;
  /** Objectness, higher is likelier to be an object; descending. // (N,) */
  readonly scores: Float32Array;
}
