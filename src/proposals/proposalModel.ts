import type { WeightsFile } from '../weights/safetensors.ts';
import { readMlp, type Mlp } from './mlp.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';

/** The learned numbers of the proposals. */
export interface ProposalModel {
  /** Segment features → one number whose sigmoid is the expected overlap with an object, on the scale of `objectnessTarget`. */
  readonly ranking: Mlp;
}

/** @throws Error naming the first tensor that is missing or has another shape. */
export function proposalModel(file: WeightsFile): ProposalModel {
  return { ranking: readMlp(file, 'ranking', SEGMENT_FEATURES, 1) };
}
