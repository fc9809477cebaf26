import { type Hits, LIKENESS } from '../../../pipeline/api/hits.ts';
import { say } from '../language/say.ts';
import type { Category } from './category.ts';

/** One hit of a list. */
export interface Hit {
  readonly distance: number;
  readonly probability: number;
  readonly likeness: (typeof LIKENESS)[number];
}

export function hitAt(hits: Hits, index: number): Hit {
  return {
    distance: hits.distances[index] ?? 0,
    probability: hits.probabilities[index] ?? 0,
    likeness: LIKENESS[hits.likeness[index] ?? 0] ?? 'other',
  };
}

/** Places in the list of the hits at most `maxDistance` bits away, and of what looks like the query itself, which is an answer whatever an edit did to its codes. */
export function withinDistance(hits: Hits, maxDistance: number): Uint32Array {
  const { distances, likeness } = hits;
  const places = new Uint32Array(distances.length);
  let count = 0;
  for (let at = 0; at < places.length; at++)
    if (likeness[at] !== 0 || distances[at]! <= maxDistance) places[count++] = at;
  return places.slice(0, count);
}

/** The photos at these places, as numbers. */
export function numbersAt(hits: Hits, places: Uint32Array): Uint32Array {
  return places.map((at) => hits.numbers[at] ?? 0);
}

/** Distance of the nearest hit, bits; null for an empty list. The list may be in another order. */
export function nearestDistance({ distances }: Hits): number | null {
  return distances.length === 0 ? null : distances.reduce((nearest, distance) => Math.min(nearest, distance));
}

/** Up to these shares of the bits two codes are very alike, and alike. See `firstSimilarLimit` for the second. */
const VERY_ALIKE = 1 / 6;
const ALIKE = 1 / 3;

/** How alike a hit is, in words. @param share distance over length of the code, 0..1 */
export function alikeWords(share: number, likeness: Hit['likeness'] = 'other'): string {
  if (likeness === 'samePicture') return say.common.samePicture;
  if (likeness === 'lookalike') return say.common.looksAlike;
  return share <= VERY_ALIKE ? say.common.veryAlike : share <= ALIKE ? say.common.alike : say.common.loosely;
}

/** '9 of 64 bits apart'. */
export function bitsApart(distance: number, bits: number): string {
  return say.common.bitsApart(distance, bits);
}

/**
 * Where the slider of the overall list starts: at a third of the bits. Among 44 development photos (1,760 pairs, 64 bits)
 * 91 % of the pairs within 21 bits share a label, against 26 % of all pairs; beyond 24 bits hardly any do.
 */
export function firstSimilarLimit(bits: number): number {
  return Math.floor(bits / 3);
}

/** Where the slider of the overall list starts when it is ordered by looks alone: half of the bits, where photos have nothing in common. */
export function firstLooksLimit(bits: number): number {
  return Math.floor(bits / 2);
}

/**
 * Where the slider of the rows starts: at half of the bits, the distance of unrelated codes. All photos of a row hold its
 * category; the distance only orders them, and in the same measurement it hardly changed the share of correct ones.
 */
export function firstGroupedLimit(bits: number): number {
  return Math.floor(bits / 2);
}

/** The category that a photo shares most with the query: the largest of min(P_c, Q_c). Null for no categories. */
export function mostShared(query: Float32Array, photo: Float32Array, categories: readonly Category[]): number | null {
  let best: number | null = null;
  let bestShare = -1;
  categories.forEach((_, index) => {
    const share = Math.min(query[index] ?? 0, photo[index] ?? 0);
    if (share > bestShare) {
      best = index;
      bestShare = share;
    }
  });
  return best;
}
