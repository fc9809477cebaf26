import { hammingDistance, hammingDistances } from '../../codes/hammingDistance.ts';
import { joinCodes, type PackedCodes } from '../../codes/packedCodes.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import { hasLooks, type SeenRow } from '../../gallery/seenRow.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { Likeness } from '../api/pipeline.ts';

/**
 * Within so many bits of 128 a photo is taken for the same picture, edited at most: 64 % of the edited copies of `npm run evaluate` lie that
 * near to their originals, and of 359,128 pairs of other photos (848 development queries) 60, most of them two shots of one scene.
 */
export const SAME_PICTURE_BITS = 24;

/** Within so many it looks so like the query that it comes before what merely holds the same: 94 % of the copies, 321 of those pairs. */
export const LOOKALIKE_BITS = 32;

/** Packed appearance codes of photos. */
export interface PackedLooks {
  /** Of photo n. // N codes of 128 bits */
  readonly photos: PackedCodes;
  /** Of the region that won category c in photo n. // C times N codes of 64 bits */
  readonly regions: readonly PackedCodes[];
}

/** Piece of a photo's region codes, shared, not copied. // (2,) */
export function regionLooks(regionAppearance: Uint32Array, category: number): Uint32Array {
  const words = REGION_APPEARANCE_BITS / 32;
  return regionAppearance.subarray(category * words, (category + 1) * words);
}

/** @param categories C */
export function packedLooks(rows: readonly SeenRow[], categories: number): PackedLooks {
  return {
    photos: joinCodes(
      APPEARANCE_BITS,
      rows.map((row) => row.appearance),
    ),
    regions: Array.from({ length: categories }, (_, c) =>
      joinCodes(
        REGION_APPEARANCE_BITS,
        rows.map((row) => regionLooks(row.regionAppearance, c)),
      ),
    ),
  };
}

/** Bits in which each photo's code differs from the query's. // (N,) */
export function looksDistances(codes: PackedCodes, query: Uint32Array): Uint16Array {
  return hammingDistances(codes, query, new Uint16Array(codes.count));
}

/** @param bits in which two appearance codes differ */
export function likenessOf(bits: number): Likeness {
  if (bits <= SAME_PICTURE_BITS) return 'samePicture';
  return bits <= LOOKALIKE_BITS ? 'lookalike' : 'other';
}

/** Whether two photos look like one picture, edited at most. Photos that cannot be compared are not held apart. */
export function looksLikeOnePicture(a: PhotoRow, b: PhotoRow): boolean {
  if (!hasLooks(a) || !hasLooks(b) || a.version !== b.version) return true;
  return hammingDistance(a.appearance, 0, b.appearance, 0, a.appearance.length) <= LOOKALIKE_BITS;
}
