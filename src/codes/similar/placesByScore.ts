import { stableSort } from './stableSort.ts';

/**
 * Places by their scores, equal ones in the order in which they are.
 * @param scores overwritten // (N,)
 * @param greatest score
 * @returns // (N,)
 */
export function placesByScore(scores: Uint32Array, greatest: number): Uint32Array {
  const places = new Uint32Array(scores.length);
  for (let i = 0; i < places.length; i++) places[i] = i;
  return stableSort(scores, places, greatest).values;
}
