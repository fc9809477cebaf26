import { pixelBoxes } from '../base/image/box.ts';
import type { RgbImage } from '../base/image/rgbImage.ts';
import { Scratch } from './arena/scratch.ts';
import { candidateSegments } from './candidates/candidates.ts';
import { type DistinctSegments, distinctSegments } from './candidates/duplicates.ts';
import type { ProposalSet } from './proposalSet.ts';
import { type DiversityStage, diverseOrder } from './ranking/diversity.ts';
import { withMovedBoxes } from './ranking/movedBoxes.ts';
import type { ProposalModel } from './ranking/proposalModel.ts';
import { handRanking, learnedRanking, RANKING_THRESHOLDS, type RankedBoxes } from './ranking/ranking.ts';
import { segmentFeatures } from './ranking/segmentFeatures.ts';
import { segmentation } from './segmentation.ts';

export interface ProposalSettings {
  /** Superpixels of a photo; fewer where the image has fewer than sixteen pixels for each. */
  readonly superpixels: number;
  readonly seeds: number;
  /** Level sets taken of one signed distance transform. */
  readonly levels: number;
  /** Segments whose boxes overlap more than this are one, and so are level sets of one transform. */
  readonly maxIou: number;
  /** At most so many boxes are given. */
  readonly maxBoxes: number;
}

/** What each number gives stands in ABLATION.md. A change of them is a change of the boxes that the heads see. */
export const PROPOSAL_SETTINGS: ProposalSettings = {
  superpixels: 1200,
  seeds: 8,
  levels: 5,
  maxIou: 0.91,
  maxBoxes: 1000,
};

/** Chosen on development photos (ABLATION.md): by the bars of 100, 500 and 1,000 boxes. */
const DIVERSITY: readonly DiversityStage[] = [
  { upTo: 100, roots: 1, areaPower: 0 },
  { upTo: 500, roots: 0, areaPower: 0 },
  { upTo: Infinity, roots: 0, areaPower: 0.2 },
];

/** Room for the photos that there are; a larger one makes the arena grow. */
const ARENA_BYTES = 48 * 2 ** 20;

export interface Proposer {
  /** Boxes in pixels of `image`, strongest first. The result is the caller's own; the same image gives the same boxes. */
  propose(image: RgbImage): ProposalSet;
}

/** @param model null works with the ranking that has no learned number. */
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

/** The candidates that are left of one photo, before any ranking: what the training of the ranking learns from too. */
export interface DistinctCandidates {
  readonly distinct: DistinctSegments;
  /** // (kept, 4) */
  readonly boxes: Float32Array;
  /** // (kept, SEGMENT_FEATURES) */
  readonly features: Float32Array;
}

/** The result lives in the arena. */
export function distinctCandidates(image: RgbImage, settings: ProposalSettings, scratch: Scratch): DistinctCandidates {
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
