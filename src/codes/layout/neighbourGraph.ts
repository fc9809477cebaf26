import { CodeColumns } from '../columns/codeColumns.ts';
import { popcount } from '../hammingDistance.ts';
import { CodeSearch } from '../nearest/codeSearch.ts';
import { CODE_WORDS, type LayoutInput, LOOKS_WORDS, photosIn } from './layoutInput.ts';

/** Springs of a photo. */
export const NEIGHBOURS = 10;
/** So many are nearest by the code; the ten that look most alike are taken from them. */
const CANDIDATES = 40;
/** Eight bits of looks weigh like one of content: half of 128 differ between pictures that have nothing in common. */
const LOOKS_WEIGHT = 1 / 8;
/** Photos between two looks at the clock. */
const PIECE = 256;
/** A spring is half as strong for so many bits beyond the photo's nearest. */
const SOFTENING = 4;

export interface NeighbourGraph {
  /** // (N, `perPhoto`), indices of photos */
  readonly neighbours: Uint32Array;
  /** // (N, `perPhoto`), 0..1 */
  readonly weights: Float32Array;
  readonly perPhoto: number;
}

/**
 * Each photo's nearest others by exact search over the codes (the scan or the multi-index, whichever the planner takes), nearest in content
 * first and among those by looks. Yields between pieces of work.
 */
export function* neighbourGraph(input: LayoutInput): Generator<void, NeighbourGraph> {
  const photos = photosIn('neighbourGraph', input);
  const { codes, looks } = input;
  const perPhoto = Math.min(NEIGHBOURS, Math.max(0, photos - 1));
  const columns = new CodeColumns({ bits: CODE_WORDS * 32, keyed: true });
  const numbers = Uint32Array.from({ length: photos }, (_, n) => n);
  // Equals come in the order of the photos, which is the caller's to keep.
  columns.addAll({
    photos: numbers,
    keys: Uint32Array.from({ length: photos * 2 }, (_, i) => (i % 2 === 0 ? i / 2 : 0)),
    codes,
  });
  const search = new CodeSearch(columns);
  search.refresh();
  const neighbours = new Uint32Array(photos * perPhoto);
  const weights = new Float32Array(photos * perPhoto);
  const best = new NearestFew(perPhoto);
  for (let n = 0; n < photos; n++) {
    if (n % PIECE === 0) yield;
    const hits = search.nearest(codes.subarray(n * CODE_WORDS, (n + 1) * CODE_WORDS), CANDIDATES + 1);
    best.clear();
    for (let i = 0; i < hits.photos.length; i++) {
      const photo = hits.photos[i]!;
      // The next ones are farther by content alone.
      if (hits.distances[i]! > best.farthest) break;
      if (photo !== n) best.offer(photo, hits.distances[i]! + LOOKS_WEIGHT * looksApart(looks, n, photo));
    }
    const nearest = best.distances[0] ?? 0;
    for (let k = 0; k < perPhoto; k++) {
      neighbours[n * perPhoto + k] = best.photos[k]!;
      weights[n * perPhoto + k] = 1 / (1 + (best.distances[k]! - nearest) / SOFTENING);
    }
  }
  return { neighbours, weights, perPhoto };
}

/** The nearest of those that were offered, the earlier of equals first; nothing is allocated on the way. */
class NearestFew {
  readonly photos: Uint32Array;
  readonly distances: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.photos = new Uint32Array(most);
    this.distances = new Float64Array(most);
  }

  /** Nothing farther is taken. */
  get farthest(): number {
    const most = this.photos.length;
    return this.#count < most ? Infinity : (this.distances[most - 1] ?? -1);
  }

  clear(): void {
    this.#count = 0;
  }

  offer(photo: number, distance: number): void {
    if (this.#count === this.photos.length) {
      if (distance >= this.farthest) return;
    } else this.#count++;
    let at = this.#count - 1;
    for (; at > 0 && this.distances[at - 1]! > distance; at--) {
      this.distances[at] = this.distances[at - 1]!;
      this.photos[at] = this.photos[at - 1]!;
    }
    this.distances[at] = distance;
    this.photos[at] = photo;
  }
}

function looksApart(looks: Uint32Array, a: number, b: number): number {
  let apart = 0;
  for (let w = 0; w < LOOKS_WORDS; w++) apart += popcount(looks[a * LOOKS_WORDS + w]! ^ looks[b * LOOKS_WORDS + w]!);
  return apart;
}
