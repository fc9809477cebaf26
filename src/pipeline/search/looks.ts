import { hammingDistances } from '../../codes/hammingDistance.ts';
import { joinCodes, type PackedCodes } from '../../codes/packedCodes.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';

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
