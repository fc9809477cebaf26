import { byTieKey, type TieKey } from '../columns/tieKey.ts';
import { hammingDistance } from '../hammingDistance.ts';
import { LOOKALIKE_BITS } from '../likeness.ts';
import { gainLevel, gainTables } from './expectedGain.ts';
import { type SimilarQuery, wantedAndUnwanted } from './similarQuery.ts';

export interface ComparedPhoto {
  readonly photo: number;
  readonly key: TieKey;
  readonly code: Uint32Array;
  /** Appearance code. // (4,) */
  readonly looks: Uint32Array;
  /** // (C,) */
  readonly probabilities: Uint8Array;
}

export interface RankedPhoto {
  readonly photo: number;
  /** To the nearest example. */
  readonly distance: number;
  /** Bits of the appearance code, to the nearest example. */
  readonly looks: number;
}

/**
 * All photos by their likeness to a query; what `rankSimilar` gives.
 * 1. Photos that look all but like an example (within `LOOKALIKE_BITS` of 128), by these bits.
 * 2. By expected gain, see `expectedGain`, in levels: what holds all of the query's categories comes before what holds one. Not where `by` is
 *    `looks`: then the query holds no category.
 * 3. Photos nearer to an example than to anything that they should be unlike, before the others. What is nearer is told by the code, at equal
 *    distance by looks. These others are in 1 never.
 * 4. By the mean distance to the examples, then by the looks of the nearest one, then by key.
 */
export function rankSimilarPlainly(photos: readonly ComparedPhoto[], query: SimilarQuery): RankedPhoto[] {
  const tables = query.by === 'looks' ? [] : gainTables(...wantedAndUnwanted(query));
  return photos
    .map((photo) => {
      const looksTo = (looks: Uint32Array) => hammingDistance(photo.looks, 0, looks, 0, looks.length);
      const measured = (example: SimilarQuery['like'][number]) => {
        const looks = looksTo(example.looks);
        const bits = hammingDistance(photo.code, 0, example.code, 0, example.code.length);
        return { distance: query.by === 'looks' ? looks : bits, looks };
      };
      const like = query.like.map(measured);
      const unlike = query.unlike.map(measured);
      const least = (of: readonly number[]) => Math.min(...of);
      const distance = least(like.map((one) => one.distance));
      const looks = least(like.map((one) => one.looks));
      // Distance first; looks are less than 256 bits.
      const nearness = (of: typeof like) => least(of.map((one) => one.distance * 256 + one.looks));
      const unwanted = nearness(unlike) < nearness(like);
      return {
        photo,
        distance,
        looks,
        unwanted,
        alike: !unwanted && looks <= LOOKALIKE_BITS,
        level: gainLevel(tables.reduce((sum, { category, parts }) => sum + parts[photo.probabilities[category]!]!, 0)),
        sum: like.reduce((sum, one) => sum + one.distance, 0),
      };
    })
    .sort((a, b) => {
      if (a.alike !== b.alike) return a.alike ? -1 : 1;
      const byKey = byTieKey(a.photo.key, b.photo.key);
      if (a.alike) return a.looks - b.looks || byKey;
      return (
        b.level - a.level || Number(a.unwanted) - Number(b.unwanted) || a.sum - b.sum || a.looks - b.looks || byKey
      );
    })
    .map(({ photo: { photo }, distance, looks }) => ({ photo, distance, looks }));
}
