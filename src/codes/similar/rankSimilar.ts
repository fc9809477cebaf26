import { placesByScore } from './placesByScore.ts';
import type { SimilarQuery } from './similarQuery.ts';
import type { SimilarScan } from './similarScan.ts';

/** Best first; all arrays have an entry a photo. N photos. */
export interface SimilarPhotos {
  /** // (N,) */
  readonly photos: Uint32Array;
  /** Their rows, until rows move. // (N,) */
  readonly rows: Uint32Array;
  /** To the nearest example, of the code that photos are ranked by. // (N,) */
  readonly distances: Uint16Array;
  /** Bits of the appearance code, to the nearest example; of all rows. // (rows,) */
  readonly looks: Uint8Array;
}

/**
 * Puts rows in order by their scores: all of those that are given, or the first.
 * @param scores of the rows, overwritten // (N,) @param greatest score @param rows // (N,)
 * @returns places among the rows
 */
export type RankRows = (scores: Uint32Array, greatest: number, rows: Uint32Array) => Uint32Array;

/**
 * Photos by their likeness to a query; the rule is `rankSimilarPlainly`'s.
 * @param rows to rank, in the order of those that are equal, see `rowsByKey`
 * @param rank all of them by default
 * @throws RangeError when there is no example or one has other lengths than the columns.
 */
export function rankSimilar(
  scan: SimilarScan,
  query: SimilarQuery,
  rows: Uint32Array,
  rank: RankRows = placesByScore,
): SimilarPhotos {
  checkExamples(scan, query);
  const { scores, greatest, nearest, looks } = scan.score(query);
  const ownScores = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) ownScores[i] = scores[rows[i]!]!;
  const ranked = rank(ownScores, greatest, rows).map((place) => rows[place]!);
  const numbers = scan.columns.photos.words(scan.columns.rows);
  const photos = new Uint32Array(ranked.length);
  const distances = new Uint16Array(ranked.length);
  for (let i = 0; i < ranked.length; i++) {
    const row = ranked[i]!;
    photos[i] = numbers[row]!;
    distances[i] = nearest[row]!;
  }
  return { photos, rows: ranked, distances, looks };
}

function checkExamples({ columns, looks }: SimilarScan, { like, unlike }: SimilarQuery): void {
  if (like.length === 0) throw new RangeError('rankSimilar: got no example, wanted at least one');
  const wanted = [Math.ceil(columns.bits / 32), looks.bytesPerRow / 4, columns.categories];
  for (const { code, looks: seen, probabilities } of [...like, ...unlike]) {
    const got = [code.length, seen.length, probabilities.length];
    if (got.join() !== wanted.join())
      throw new RangeError(
        `rankSimilar: got an example of ${got.join(', ')} words and probabilities, wanted ${wanted.join(', ')}`,
      );
  }
}
