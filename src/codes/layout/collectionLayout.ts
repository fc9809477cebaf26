import { seededRandom } from '../../base/seededRandom.ts';
import { cellsOf } from './cells.ts';
import { type LayoutInput, photosIn } from './layoutInput.ts';
import { neighbourGraph } from './neighbourGraph.ts';
import { principalPlane } from './principalPlane.ts';
import { springs } from './springs.ts';

/** The same photos give the same map, whenever and wherever it is made. */
export const LAYOUT_SEED = 16;

/**
 * A map of photos: those with like codes lie together, each in a cell of its own. The plane in which the codes spread the most is the start,
 * springs between nearest neighbours draw groups together, and every photo takes the free cell nearest to where it came to lie.
 * Yields between pieces of some milliseconds, so that whoever runs it can hear others; returns the cells.
 * @returns // (N, 2)
 * @throws RangeError when there are not as many codes as looks.
 */
export function* collectionLayout(input: LayoutInput, seed = LAYOUT_SEED): Generator<void, Int32Array> {
  if (photosIn('collectionLayout', input) === 0) return new Int32Array();
  const graph = yield* neighbourGraph(input);
  const start = principalPlane(input.codes);
  yield;
  const places = yield* springs(graph, start, seededRandom(seed));
  return cellsOf(places);
}
