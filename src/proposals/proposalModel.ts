import type { WeightsFile } from '../weights/safetensors.ts';
import { readMlp, type Mlp } from './mlp.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';
import { RANKING_THRESHOLDS } from './ranking.ts';

/** The learned numbers of the proposals. */
export interface ProposalModel {
  /** From segment features to a logit for each of `RANKING_THRESHOLDS`. */
  readonly ranking: Mlp;
}

/** @throws Error naming the first tensor that is missing or has another shape. */
export function proposalModel(file: WeightsFile): ProposalModel {
  return { ranking: readMlp(file, 'ranking', SEGMENT_FEATURES, RANKING_THRESHOLDS.length) };
}
