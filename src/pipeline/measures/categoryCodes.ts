import { holdsCategory } from '../../base/holdsCategory.ts';
import { hammingDistances } from '../../codes/hammingDistance.ts';
import { type PackedCodes, packedCodes, wordsForBits } from '../../codes/packedCodes.ts';
import { nearestByCounting } from './exactSearch.ts';

/**
 * What category-aware search needs of N photos and C categories. The pieces of one category lie together, because one
 * search reads one category of every photo.
 */
export interface CategoryCodes {
  readonly count: number;
  /** Pieces of category c for all photos. // C times (count,) codes */
  readonly pieces: readonly PackedCodes[];
  /** P_c of all photos. // C times (count,), 0..1 */
  readonly probabilities: readonly Float32Array[];
  /** P_c at or above gate c says that category c is in the photo. // (C,) */
  readonly gates: Float32Array;
}

/** One photo as the network gives it. */
export interface CategoryCodesOfPhoto {
  /** Category after category. // (C · wordsPerPiece,) */
  readonly categoryCodes: Uint32Array;
  /** // (C,) */
  readonly probabilities: Float32Array;
}

/**
 * Turns photos round into categories.
 * @param gates // (C,)
 * @throws RangeError naming the first photo whose arrays do not fit C categories of `bitsPerCategory` bits.
 */
export function categoryCodes(
  photos: readonly CategoryCodesOfPhoto[],
  bitsPerCategory: number,
  gates: Float32Array,
): CategoryCodes {
  const categories = gates.length;
  const words = wordsForBits(bitsPerCategory);
  photos.forEach((photo, n) => {
    if (photo.categoryCodes.length !== categories * words) {
      throw new RangeError(
        `categoryCodes: photo ${n} has ${photo.categoryCodes.length} words, wanted ${categories} pieces of ${words}`,
      );
    }
    if (photo.probabilities.length !== categories) {
      throw new RangeError(
        `categoryCodes: photo ${n} has ${photo.probabilities.length} probabilities, wanted ${categories}`,
      );
    }
  });
  const pieces: PackedCodes[] = [];
  const probabilities: Float32Array[] = [];
  for (let c = 0; c < categories; c++) {
    const piece = new Uint32Array(photos.length * words);
    photos.forEach((photo, n) => piece.set(photo.categoryCodes.subarray(c * words, (c + 1) * words), n * words));
    pieces.push(packedCodes(bitsPerCategory, piece));
    probabilities.push(Float32Array.from(photos, (photo) => photo.probabilities[c]!));
  }
  return { count: photos.length, pieces, probabilities, gates };
}

/** All photos in the order of a category-aware search. */
export interface CategoryRanking {
  /** // (count,) */
  readonly indices: Uint32Array;
  /** Distance of piece c, for every photo, those under the gate too. // (count,), in the order of `indices` */
  readonly distances: Uint16Array;
  /** How many photos, from the first, are at or above the gate. */
  readonly gated: number;
}

/**
 * The rule of category-aware search for category c; the app and the evaluation both rank by it.
 * 1. Photos with P_c at or above the gate, by the Hamming distance of piece c to the query's piece c; equal distances by
 *    P_c, higher first; then in photo order.
 * 2. Photos under the gate, by P_c, higher first; then in photo order.
 * @param query the query's piece of category c // (wordsPerPiece,)
 * @throws RangeError when there is no category c or the piece's length does not fit.
 */
export function rankByCategory(codes: CategoryCodes, category: number, query: Uint32Array): CategoryRanking {
  const pieces = codes.pieces[category];
  const probabilities = codes.probabilities[category];
  const gate = codes.gates[category];
  if (!pieces || !probabilities || gate === undefined) {
    throw new RangeError(`rankByCategory: got category ${category}, wanted 0 to ${codes.pieces.length - 1}`);
  }
  const distances = hammingDistances(pieces, query, new Uint16Array(codes.count));
  // Photos under the gate share one distance beyond all others, so that counting puts them last.
  const beyond = pieces.bits + 1;
  const ranked = Uint16Array.from(distances, (d, n) => (holdsCategory(probabilities[n]!, gate) ? d : beyond));
  const { indices, distances: sorted } = nearestByCounting(ranked, codes.count, beyond, codes.count);
  let gated = 0;
  for (let start = 0, end = 0; start < indices.length; start = end) {
    const d = sorted[start]!;
    while (end < indices.length && sorted[end] === d) end++;
    if (d <= pieces.bits) gated = end;
    if (end - start > 1) sortByProbability(indices.subarray(start, end), probabilities);
  }
  return { indices, distances: Uint16Array.from(indices, (n) => distances[n]!), gated };
}

/** Beyond so many photos a key of 53 bits cannot hold probability and place. */
const MAX_KEYED_PHOTOS = 2 ** 23;
const ONE_AS_BITS = 0x3f800000;

/**
 * Sorts photos by probability, highest first, then by photo order. Floats from 0 are ordered like their bits, so both go
 * into one number and the sort needs no comparator, which is two to three times faster on ten thousand photos.
 */
function sortByProbability(indices: Uint32Array, probabilities: Float32Array): void {
  if (probabilities.length > MAX_KEYED_PHOTOS) {
    indices.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
    return;
  }
  const bits = new Uint32Array(probabilities.buffer, probabilities.byteOffset, probabilities.length);
  const keys = new Float64Array(indices.length);
  for (let i = 0; i < keys.length; i++) keys[i] = (ONE_AS_BITS - bits[indices[i]!]!) * MAX_KEYED_PHOTOS + indices[i]!;
  keys.sort();
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    indices[i] = key - Math.floor(key / MAX_KEYED_PHOTOS) * MAX_KEYED_PHOTOS;
  }
}
