import type { Scratch } from '../arena/scratch.ts';
import { geodesicDistances } from '../graph/geodesicDistance.ts';
import { nodeQueue } from '../graph/nodeQueue.ts';
import type { Segmentation } from '../graph/segmentation.ts';
import { MERGE_RULES } from '../regions/mergeRules.ts';
import { mergeTree, mergeWork } from '../regions/mergeTree.ts';
import { addNestedSegments, ORIGIN, type SegmentPool, segmentPool } from '../regions/segments.ts';
import { addTreeSegments } from '../regions/treeSegments.ts';
import { backgroundSources, touchedSides, WHOLE_BORDER } from './backgrounds.ts';
import type { CandidateSettings } from './candidateSettings.ts';
import { levelSetScratch } from './levelSetScratch.ts';
import { criticalLevels, sortByDistance } from './levelSets.ts';
import { placeSeeds } from './seeds.ts';

/** Room for the regions and unions of a tree, for each superpixel; photos have about four. */
const SEGMENTS_PER_NODE = 9;

/**
 * The candidate segments of one photo: the critical level sets of the distance from each seed, of that distance minus the border's, and
 * of the negative distance from each set of the photo's sides; then the regions of the merge trees, unions of two and three of them, and
 * the whole photo.
 */
export function candidateSegments(parts: Segmentation, settings: CandidateSettings, scratch: Scratch): SegmentPool {
  const { superpixels, graph, weights, costs, shapes, look } = parts;
  const n = graph.nodeCount;
  const queue = nodeQueue(graph, costs, scratch);
  const seeds = placeSeeds(graph, settings.seeds, queue, scratch);
  const transforms = seeds.nodes.length * 2 + WHOLE_BORDER;
  const capacity = transforms * settings.levels + MERGE_RULES.length * n * SEGMENTS_PER_NODE + 1;
  const pool = segmentPool(capacity, transforms + MERGE_RULES.length + 1, n, scratch);
  const work = levelSetScratch(n, settings.levels, scratch);
  const touched = touchedSides(superpixels, scratch);
  const signed = scratch.float32(n);
  const fromBorder = scratch.float32(n);
  const take = (distance: Float32Array, origin: number): void => {
    sortByDistance(distance, work);
    const levels = criticalLevels(distance, shapes.area, settings.levels, settings.maxIou, work);
    addNestedSegments(pool, shapes, work.order, work.taken, work.gaps, levels, origin);
  };
  geodesicDistances(graph, backgroundSources(touched, WHOLE_BORDER, scratch), fromBorder, queue);
  for (let k = 0; k < seeds.nodes.length; k++) {
    const fromSeed = seeds.distances.subarray(k * n, (k + 1) * n);
    take(fromSeed, ORIGIN.seedAlone);
    for (let v = 0; v < n; v++) signed[v] = fromSeed[v]! - fromBorder[v]!;
    take(signed, ORIGIN.seedAgainstBorder);
  }
  for (let sides = 1; sides <= WHOLE_BORDER; sides++) {
    geodesicDistances(graph, backgroundSources(touched, sides, scratch), fromBorder, queue);
    for (let v = 0; v < n; v++) signed[v] = -fromBorder[v]!;
    take(signed, ORIGIN.bordersAlone);
  }
  const room = mergeWork(graph, scratch);
  MERGE_RULES.forEach((rule, r) => {
    const tree = mergeTree(graph, weights, shapes, look, superpixels.width * superpixels.height, rule, scratch, room);
    addTreeSegments(pool, shapes, tree, ORIGIN.mergeTree + r, scratch);
  });
  // The whole photo: no gap marks it off, but many objects fill it.
  for (let v = 0; v < n; v++) work.order[v] = v;
  work.taken[0] = n;
  work.gaps[0] = 0;
  addNestedSegments(pool, shapes, work.order, work.taken, work.gaps, 1, ORIGIN.seedAlone);
  return pool;
}
