import { pixelBoxes } from '../image/box.ts';
import type { RgbImage } from '../image/rgbImage.ts';
import { candidateSegments } from './candidates.ts';
import { diverseOrder } from './diversity.ts';
import { distinctSegments, type DistinctSegments } from './duplicates.ts';
import type { ProposalModel } from './proposalModel.ts';
import type { ProposalSet } from './proposalSet.ts';
import { handRanking, learnedRanking } from './ranking.ts';
import { Scratch } from './scratch.ts';
import { segmentFeatures } from './segmentFeatures.ts';
import { segmentation } from './segmentation.ts';

export interface ProposalSettings {
  /** Superpixels of a photo; fewer where the image has fewer than sixteen pixels for each. */
  readonly superpixels: number;
  readonly seeds: number;
  /** Level sets taken of one signed distance transform. */
  readonly levels: number;
  /** Segments that overlap more than this are one. */
  readonly maxIou: number;
  /** Whether unions of neighbouring regions of the merge trees are candidates too. */
  readonly pairs: boolean;
  /** At most so many boxes are given. */
  readonly maxBoxes: number;
}

/** The boxes that the shipped heads were trained on. What each number gives stands in ABLATION.md. */
export const PROPOSAL_SETTINGS: ProposalSettings = { superpixels: 1500, seeds: 100, levels: 6, maxIou: 0.87, pairs: false, maxBoxes: 1000 };

/** Better localised: pairs of regions beside the regions. */
export const PAIR_SETTINGS: ProposalSettings = { superpixels: 1200, seeds: 60, levels: 6, maxIou: 0.87, pairs: true, maxBoxes: 1000 };

/** Boxes that overlap a stronger one by more than `from` sink, down to nothing at an IoU of 1. */
const DIVERSITY = { from: 0.6, decay: 1 } as const;

export interface Proposer {
  /** Boxes in pixels of `image`, strongest first. The result is the caller's own; the same image gives the same boxes. */
  propose(image: RgbImage): ProposalSet;
}

/**
 * @param model null works with the ranking that has no learned number.
 * @throws Error when the settings want pairs and the model has no ranking for them.
 */
export function createProposer(model: ProposalModel | null, settings: Partial<ProposalSettings> = {}): Proposer {
  const merged = { ...PROPOSAL_SETTINGS, ...settings };
  const ranking = model === null ? null : merged.pairs ? model.pairRanking : model.ranking;
  if (model !== null && ranking === null) throw new Error('createProposer: the settings want pairs, the weights have no pairRanking');
  const scratch = new Scratch();
  return {
    propose(image) {
      scratch.reset();
      const { distinct, boxes, features } = distinctCandidates(image, merged, scratch);
      const scores = ranking === null ? handRanking(distinct, features, scratch) : learnedRanking(ranking, features, scratch);
      const order = diverseOrder(boxes, scores, merged.maxBoxes, DIVERSITY.from, DIVERSITY.decay, scratch);
      return strongest(boxes, scores, order);
    },
  };
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

function strongest(boxes: Float32Array, scores: Float32Array, order: Int32Array): ProposalSet {
  const coords = new Float32Array(order.length * 4);
  const ranked = new Float32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    for (let c = 0; c < 4; c++) coords[i * 4 + c] = boxes[order[i]! * 4 + c]!;
    ranked[i] = scores[order[i]!]!;
  }
  return { boxes: pixelBoxes(coords), scores: ranked };
}
