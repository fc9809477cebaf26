import type { LevelSetScratch } from './levelSetScratch.ts';
import { CRITICAL_LEVELS, SORT_BY_DISTANCE } from './levelSets.arguments.ts';
import {
  criticalLevels as criticalLevelsPlainly,
  sortByDistance as sortByDistancePlainly,
} from './levelSets.reference.ts';

/**
 * Sorts nodes by distance into `work.order`. Distances are quantised to 22 bits over their range and radix-sorted, so that equal and nearly
 * equal distances (one part in four million) stay in the order of the nodes. `distance` // (nodeCount,), Infinity last
 */
export function sortByDistance(distance: Float32Array, work: LevelSetScratch): void {
  const { order, keys, swapKeys, swapOrder, counts } = work;
  const loop = SORT_BY_DISTANCE.on(work.scratch, {
    distance,
    nodeCount: distance.length,
    order,
    keys,
    swapKeys,
    swapOrder,
    counts,
  });
  if (loop === null) sortByDistancePlainly(distance, work);
  else loop.run();
}

/**
 * Critical level sets (README.md, "Critical level sets"): of the sorted distances the `maxLevels` largest gaps are taken as thresholds, but
 * none whose set is too close in area to one taken before (smaller over larger > `maxIou`). The sets of one transform are nested, so that
 * ratio is their IoU. Fills `work.taken`, ascending, and `work.gaps`.
 * @param area pixels of the nodes // (nodeCount,)
 * @returns how many levels are taken
 */
export function criticalLevels(
  distance: Float32Array,
  area: Float32Array,
  maxLevels: number,
  maxIou: number,
  work: LevelSetScratch,
): number {
  const { order, cumulative, steps, taken, gaps } = work;
  const loop = CRITICAL_LEVELS.on(work.scratch, {
    distance,
    area,
    order,
    nodeCount: order.length,
    maxLevels,
    maxIou,
    cumulative,
    steps,
    taken,
    gaps,
  });
  return loop === null ? criticalLevelsPlainly(distance, area, maxLevels, maxIou, work) : loop.run();
}
