import { pixelBoxes } from '../image/box.ts';
import type { RgbImage } from '../image/rgbImage.ts';
import { backgroundSources, NO_BACKGROUND, touchedSides, WHOLE_BORDER } from './backgrounds.ts';
import { boundaryMap, type BoundaryMap } from './boundaryMap.ts';
import { diverseOrder } from './diversity.ts';
import { distinctSegments } from './duplicates.ts';
import { geodesicCosts, geodesicDistances, nodeHeap, type NodeHeap } from './geodesicDistance.ts';
import { labPlanes } from './lab.ts';
import { criticalLevels, levelSetScratch, sortByDistance } from './levelSets.ts';
import type { ProposalModel } from './proposalModel.ts';
import type { ProposalSet } from './proposalSet.ts';
import { handRanking } from './ranking.ts';
import { Scratch } from './scratch.ts';
import { placeSeeds, type Seeds } from './seeds.ts';
import { addNestedSegments, BACKGROUND_ONLY, segmentPool, superpixelShapes, type SegmentPool, type SuperpixelShapes } from './segments.ts';
import { superpixelGraph, type SuperpixelGraph } from './superpixelGraph.ts';
import { geodesicSuperpixels, type Superpixels } from './superpixels.ts';

export interface ProposalSettings {
  /** Superpixels of a photo; fewer where the image has fewer pixels than sixteen times that. */
  readonly superpixels: number;
  readonly seeds: number;
  /** Level sets taken of one signed distance transform. */
  readonly levels: number;
  /** Segments that overlap more than this are one. */
  readonly maxIou: number;
  /** At most so many boxes are given. */
  readonly maxBoxes: number;
}

export const PROPOSAL_SETTINGS: ProposalSettings = { superpixels: 1000, seeds: 150, levels: 7, maxIou: 0.85, maxBoxes: 1000 };

export interface Proposer {
  /** Boxes in pixels of `image`, strongest first. The result is the caller's own; the same image gives the same boxes. */
  propose(image: RgbImage): ProposalSet;
}

/** Everything that the steps before the ranking leave behind; its arrays live in the arena until the next photo. */
export interface Stages {
  readonly boundary: BoundaryMap;
  readonly superpixels: Superpixels;
  readonly graph: SuperpixelGraph;
  /** Edge weights of the graph, 0..1. // (edgeCount,) */
  readonly weights: Float32Array;
  readonly costs: Float32Array;
  readonly shapes: SuperpixelShapes;
  readonly heap: NodeHeap;
}

/** @param model null works with the boundary and the ranking that have no learned number. */
export function createProposer(model: ProposalModel | null, settings: Partial<ProposalSettings> = {}): Proposer {
  const merged = { ...PROPOSAL_SETTINGS, ...settings };
  const scratch = new Scratch();
  return {
    propose(image) {
      scratch.reset();
      return proposals(image, model, merged, scratch);
    },
  };
}

function proposals(image: RgbImage, model: ProposalModel | null, settings: ProposalSettings, scratch: Scratch): ProposalSet {
  const stages = segmentation(image, model, settings.superpixels, scratch);
  const { graph, costs, heap } = stages;
  const seeds = placeSeeds(graph, costs, settings.seeds, null, heap, scratch);
  const pool = candidateSegments(stages, seeds, settings, scratch);
  const distinct = distinctSegments(pool, settings.maxIou, scratch);
  const scores = handRanking(pool, distinct, image, scratch);
  const boxes = scratch.float32(distinct.kept.length * 4);
  distinct.kept.forEach((segment, k) => boxes.set(pool.boxes.subarray(segment * 4, segment * 4 + 4), k * 4));
  const order = diverseOrder(boxes, scores, settings.maxBoxes, 0.5, 0.7, scratch);
  const out = new Float32Array(order.length * 4);
  const outScores = new Float32Array(order.length);
  order.forEach((k, i) => {
    out.set(boxes.subarray(k * 4, k * 4 + 4), i * 4);
    outScores[i] = scores[k]!;
  });
  return { boxes: pixelBoxes(out), scores: outScores };
}

/** Boundary map → superpixels → graph with its edge weights. */
export function segmentation(image: RgbImage, _model: ProposalModel | null, wanted: number, scratch: Scratch): Stages {
  const lab = labPlanes(image, scratch);
  const boundary = boundaryMap(lab, scratch);
  const most = Math.max(1, Math.floor((image.width * image.height) / 16));
  const superpixels = geodesicSuperpixels(boundary, Math.min(wanted, most), scratch);
  const graph = superpixelGraph(superpixels, boundary, scratch);
  const weights = graph.lowQuartile;
  const costs = geodesicCosts(weights, scratch);
  const shapes = superpixelShapes(superpixels, scratch);
  return { boundary, superpixels, graph, weights, costs, shapes, heap: nodeHeap(graph.nodeCount, scratch) };
}

/** Level sets of every signed distance transform: each seed without and with the whole border, then the borders alone. */
function candidateSegments(stages: Stages, seeds: Seeds, settings: ProposalSettings, scratch: Scratch): SegmentPool {
  const { superpixels, graph, weights, costs, shapes, heap } = stages;
  const n = graph.nodeCount;
  const pool = segmentPool((seeds.nodes.length * 2 + 15) * settings.levels + 1, n, scratch);
  const work = levelSetScratch(n, settings.levels, scratch);
  const inside = scratch.uint8(n);
  const touched = touchedSides(superpixels, scratch);
  const signed = scratch.float32(n);
  const fromBorder = scratch.float32(n);
  const take = (distance: Float32Array, origin: number): void => {
    sortByDistance(distance, work);
    const levels = criticalLevels(distance, shapes.area, settings.levels, settings.maxIou, work);
    addNestedSegments(pool, graph, weights, shapes, work.order, work.taken, work.gaps, levels, origin, inside);
  };
  geodesicDistances(graph, costs, backgroundSources(touched, WHOLE_BORDER, scratch), fromBorder, heap);
  for (let k = 0; k < seeds.nodes.length; k++) {
    const fromSeed = seeds.distances.subarray(k * n, (k + 1) * n);
    take(fromSeed, NO_BACKGROUND);
    for (let v = 0; v < n; v++) signed[v] = fromSeed[v]! - fromBorder[v]!;
    take(signed, WHOLE_BORDER);
  }
  for (let sides = 1; sides <= WHOLE_BORDER; sides++) {
    geodesicDistances(graph, costs, backgroundSources(touched, sides, scratch), fromBorder, heap);
    for (let v = 0; v < n; v++) signed[v] = -fromBorder[v]!;
    take(signed, BACKGROUND_ONLY + sides);
  }
  // The whole photo: no gap ends it, yet many objects fill it.
  for (let v = 0; v < n; v++) work.order[v] = v;
  work.taken[0] = n;
  work.gaps[0] = 0;
  addNestedSegments(pool, graph, weights, shapes, work.order, work.taken, work.gaps, 1, NO_BACKGROUND, inside);
  return pool;
}
