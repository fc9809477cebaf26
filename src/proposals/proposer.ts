import { pixelBoxes } from '../base/image/box.ts';
import type { RgbImage } from '../base/image/rgbImage.ts';
import { Scratch } from './arena/scratch.ts';
import { CANDIDATE_SETTINGS, type CandidateSettings } from './candidates/candidateSettings.ts';
import { candidateSegments } from './candidates/candidates.ts';
import { type DistinctSegments, distinctSegments } from './candidates/duplicates.ts';
import { segmentation } from './graph/segmentation.ts';
import type { ProposalSet } from './proposalSet.ts';
import { type DiversityStage, diverseOrder } from './ranking/diversity.ts';
import { withMovedBoxes } from './ranking/movedBoxes.ts';
import type { ProposalModel } from './ranking/proposalModel.ts';
import { handRanking, learnedRanking, RANKING_THRESHOLDS, type RankedBoxes } from './ranking/ranking.ts';
import { segmentFeatures } from './ranking/segmentFeatures.ts';

export interface ProposalSettings extends CandidateSettings {
  /** How many boxes are given at most. */
  readonly maxBoxes: number;
}

export const PROPOSAL_SETTINGS: ProposalSettings = { ...CANDIDATE_SETTINGS, maxBoxes: 1000 };

/** Chosen on development photos for the recall at 100, 500 and 1,000 boxes (ABLATION.md). */
const DIVERSITY: readonly DiversityStage[] = [
  { upTo: 100, roots: 1, areaPower: 0 },
  { upTo: 500, roots: 0, areaPower: 0 },
  { upTo: Infinity, roots: 0, areaPower: 0.2 },
];

/** Room for a photo of the working size; a larger one makes the arena grow. */
const ARENA_BYTES = 48 * 2 ** 20;

export interface Proposer {
  /** Boxes in pixels of `image`, strongest first. The result is the caller's to keep; the same image gives the same boxes. */
  propose(image: RgbImage): ProposalSet;
}

/** @param model null for the ranking without learned numbers */
export function createProposer(model: ProposalModel | null, settings: Partial<ProposalSettings> = {}): Proposer {
  const merged = { ...PROPOSAL_SETTINGS, ...settings };
  const scratch = new Scratch(ARENA_BYTES);
  return {
    propose(image) {
      scratch.reset();
      const { boxes, chances } = rankedBoxes(image, model, merged, scratch);
      const stages = DIVERSITY.map((stage) => ({ ...stage, upTo: Math.min(stage.upTo, merged.maxBoxes) }));
      const { order, gains } = diverseOrder(boxes, chances, RANKING_THRESHOLDS, stages, scratch);
      return inOrder(boxes, order, gains);
    },
  };
}

function rankedBoxes(
  image: RgbImage,
  model: ProposalModel | null,
  settings: ProposalSettings,
  scratch: Scratch,
): RankedBoxes {
  const { distinct, boxes, features } = distinctCandidates(image, settings, scratch);
  if (model === null) return { boxes, chances: handRanking(distinct, features, scratch) };
  const ranked = { boxes, chances: learnedRanking(model.ranking, features, scratch) };
  return withMovedBoxes(ranked, features, model.moves, model.movedRanking, image.width, image.height, scratch);
}

/** The distinct candidates of one photo before any ranking, which the ranking is also trained on. */
export interface DistinctCandidates {
  readonly distinct: DistinctSegments;
  /** // (kept, 4) */
  readonly boxes: Float32Array;
  /** // (kept, SEGMENT_FEATURES) */
  readonly features: Float32Array;
}

/** The result lives in the arena until the next photo. */
export function distinctCandidates(image: RgbImage, settings: CandidateSettings, scratch: Scratch): DistinctCandidates {
  const stages = segmentation(image, settings.superpixels, scratch);
  const pool = candidateSegments(stages, settings, scratch);
  const distinct = distinctSegments(pool, settings.maxIou, scratch);
  const features = segmentFeatures(pool, distinct, stages, scratch);
  const boxes = scratch.float32(distinct.kept.length * 4);
  for (let k = 0; k < distinct.kept.length; k++) {
    for (let c = 0; c < 4; c++) boxes[k * 4 + c] = pool.boxes[distinct.kept[k]! * 4 + c]!;
  }
  return { distinct, boxes, features };
}

function inOrder(boxes: Float32Array, order: Int32Array, gains: Float32Array): ProposalSet {
  const coords = new Float32Array(order.length * 4);
  for (let i = 0; i < order.length; i++) {
    for (let c = 0; c < 4; c++) coords[i * 4 + c] = boxes[order[i]! * 4 + c]!;
  }
  return { boxes: pixelBoxes(coords), scores: gains.slice() };
}
