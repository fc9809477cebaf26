import { hammingDistances } from '../../../codes/hammingDistance.ts';
import type { PackedCodes } from '../../../codes/packedCodes.ts';

/** How well codes find the one photo that a copy was made from. */
export interface OriginalPlaces {
  /** Share of the copies that find their original first, 0..1. */
  readonly first: number;
  /** The same among the first ten. */
  readonly ten: number;
  /** Median place; 1 is first. */
  readonly median: number;
}

/**
 * Ranks all codes by their distance to each copy and asks where the copy's original is. Photos at the original's distance may stand in any
 * order, so each counts by the expectation over these orders: with t tied photos after n nearer ones the original is among the first k with
 * probability min(max(k − n, 0) / t, 1), and its place is n + (t + 1) / 2.
 * @param codes // N
 * @param copies codes of the copies // M, of as many bits
 * @param originals place of each copy's original in `codes` // (M,)
 */
export function placesOfOriginals(
  codes: PackedCodes,
  copies: readonly Uint32Array[],
  originals: readonly number[],
): OriginalPlaces {
  const distances = new Uint16Array(codes.count);
  const ranked = copies.map((copy, m) => {
    hammingDistances(codes, copy, distances);
    const own = distances[originals[m]!]!;
    let [nearer, tied] = [0, 0];
    for (const distance of distances) {
      if (distance < own) nearer++;
      else if (distance === own) tied++;
    }
    return { nearer, tied };
  });
  const within = (k: number): number =>
    ranked.reduce((sum, { nearer, tied }) => sum + Math.min(Math.max(k - nearer, 0) / tied, 1), 0) / ranked.length;
  const places = ranked.map(({ nearer, tied }) => nearer + (tied + 1) / 2).sort((a, b) => a - b);
  const middle = places.length / 2;
  return {
    first: within(1),
    ten: within(10),
    median: (places[Math.floor(middle)]! + places[Math.ceil(middle) - 1]!) / 2,
  };
}
