import type { WeightsFile } from '../weights/safetensors.ts';
import { readMlp, type Mlp } from './mlp.ts';
import { FEATURES_WITHOUT_PAIRS, SEGMENT_FEATURES } from './segmentFeatures.ts';

/** The learned numbers of the proposals: networks from segment features to the logit of `objectnessTarget`. */
export interface ProposalModel {
  /** For candidates without pairs of regions. */
  readonly ranking: Mlp;
  /** For candidates with pairs; null in a file that has none. */
  readonly pairRanking: Mlp | null;
}

/** @throws Error naming the first tensor that is missing or has another shape. */
export function proposalModel(file: WeightsFile): ProposalModel {
  return {
    ranking: readMlp(file, 'ranking', FEATURES_WITHOUT_PAIRS, 1),
    pairRanking: file.tensors.has('pairRanking.0.weight') ? readMlp(file, 'pairRanking', SEGMENT_FEATURES, 1) : null,
  };
}
