import type { RgbImage } from '../base/image/rgbImage.ts';
import { Scratch } from './arena/scratch.ts';
import { pixelStrength } from './boundaries/boundaryMap.ts';
import { geodesicDistances, nodeQueue } from './graph/geodesicDistance.ts';
import { PROPOSAL_SETTINGS } from './proposer.ts';
import { segmentation } from './segmentation.ts';

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

/** Room for one photo at its working size, so that its distances run with SIMD; the memory goes with the explanation. */
const ARENA_BYTES = 24 * 2 ** 20;

export function explainProposals(image: RgbImage, superpixels = PROPOSAL_SETTINGS.superpixels): ProposalExplanation {
  const scratch = new Scratch(ARENA_BYTES);
  const { boundary, superpixels: partition, graph, costs } = segmentation(image, superpixels, scratch);
  const queue = nodeQueue(graph, costs, scratch);
  const source = scratch.int32(1);
  const distance = scratch.float32(graph.nodeCount);
  return {
    width: image.width,
    height: image.height,
    boundary: pixelStrength(boundary),
    superpixelCount: graph.nodeCount,
    labels: partition.labels.slice(),
    distancesFrom(superpixel) {
      if (!Number.isInteger(superpixel) || superpixel < 0 || superpixel >= graph.nodeCount) {
        throw new RangeError(`distancesFrom: got superpixel ${superpixel}, wanted 0..${graph.nodeCount - 1}`);
      }
      source[0] = superpixel;
      geodesicDistances(graph, source, distance, queue);
      return distance.slice();
    },
  };
}
