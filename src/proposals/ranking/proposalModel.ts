import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { type Mlp, readMlp } from './mlp.ts';
import { RANKING_THRESHOLDS } from './ranking.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';

/** The learned numbers of the proposals. */
export interface ProposalModel {
  /** From segment features to a logit for each of `RANKING_THRESHOLDS`. */
  readonly ranking: Mlp;
  /** From segment features to a logit for each side: how far it moves, see `moveBox`. */
  readonly moves: Mlp;
  /** As `ranking`, of the box so moved. */
  readonly movedRanking: Mlp;
}

/** @throws Error naming the first tensor that is missing or has another shape. */
export function proposalModel(file: WeightsFile): ProposalModel {
  const thresholds = RANKING_THRESHOLDS.length;
  return {
    ranking: readMlp(file, 'ranking', SEGMENT_FEATURES, thresholds),
    moves: readMlp(file, 'moves', SEGMENT_FEATURES, 4),
    movedRanking: readMlp(file, 'movedRanking', SEGMENT_FEATURES, thresholds),
  };
}
