import type { RgbImage } from '../image/rgbImage.ts';
import { geodesicDistances } from './geodesicDistance.ts';
import type { ProposalModel } from './proposalModel.ts';
import { PROPOSAL_SETTINGS, segmentation } from './proposer.ts';
import { Scratch } from './scratch.ts';

/** What a drawing of the proposals shows besides the boxes. It owns its memory. */
export interface ProposalExplanation {
  readonly width: number;
  readonly height: number;
  /** 0..1; // (height·width,) */
  readonly boundary: Float32Array;
  readonly superpixelCount: number;
  /** Superpixel of each pixel. // (height·width,) */
  readonly labels: Int32Array;
  /** Geodesic distance of every superpixel from one of them, 0 at itself. // (superpixelCount,) */
  distancesFrom(superpixel: number): Float32Array;
}

export function explainProposals(
  image: RgbImage, model: ProposalModel | null, superpixels = PROPOSAL_SETTINGS.superpixels,
): ProposalExplanation {
  const stages = segmentation(image, model, superpixels, new Scratch());
  const { boundary, graph, costs, heap } = stages;
  return {
    width: image.width,
    height: image.height,
    boundary: boundary.strength,
    superpixelCount: graph.nodeCount,
    labels: stages.superpixels.labels,
    distancesFrom(superpixel) {
      if (!Number.isInteger(superpixel) || superpixel < 0 || superpixel >= graph.nodeCount) {
        throw new RangeError(`distancesFrom: got superpixel ${superpixel}, wanted 0..${graph.nodeCount - 1}`);
      }
      const distance = new Float32Array(graph.nodeCount);
      geodesicDistances(graph, costs, Int32Array.of(superpixel), distance, heap);
      return distance;
    },
  };
}
