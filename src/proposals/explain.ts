import type { RgbImage } from '../base/image/rgbImage.ts';
import { Scratch } from './arena/scratch.ts';
import { pixelStrength } from './boundaries/boundaryMap.ts';
import { CANDIDATE_SETTINGS } from './candidates/candidateSettings.ts';
import { geodesicDistances } from './graph/geodesicDistance.ts';
import { nodeQueue } from './graph/nodeQueue.ts';
import { segmentation } from './graph/segmentation.ts';

/** What a drawing of the proposals shows besides the boxes, in memory of its own. */
export interface ProposalExplanation {
  readonly width: number;
  readonly height: number;
  /** Strength of the strongest crack around each pixel, 0..1. // (height·width,) */
  readonly boundary: Float32Array;
  readonly superpixelCount: number;
  /** Superpixel of each pixel. // (height·width,) */
  readonly labels: Int32Array;
  /** Geodesic distance of every superpixel from one of them, 0 at itself. // (superpixelCount,) */
  distancesFrom(superpixel: number): Float32Array;
}

/** Room for one photo of the working size, so that distances are computed with SIMD. It is freed together with the explanation. */
const ARENA_BYTES = 24 * 2 ** 20;

export function explainProposals(image: RgbImage, superpixels = CANDIDATE_SETTINGS.superpixels): ProposalExplanation {
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
