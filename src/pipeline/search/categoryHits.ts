import { wordsForBits } from '../../codes/packedCodes.ts';
import type { RankRows } from '../../codes/similar/rankSimilar.ts';
import type { SearchColumns } from '../library/columns/searchColumns.ts';
import type { AnalysedExample } from './example.ts';

/** Photos that hold a category, best first. N photos. */
export interface CategoryHits {
  /** // (N,) */
  readonly photos: Uint32Array;
  /** Their rows, until rows move. // (N,) */
  readonly rows: Uint32Array;
  /** To the nearest example's piece. // (N,) */
  readonly distances: Uint16Array;
}

/** What a category, or several together, are ranked by. */
export interface CategoryExamples {
  readonly category: number;
  /** Those that hold the category; at least one. */
  readonly like: readonly AnalysedExample[];
  readonly unlike: readonly AnalysedExample[];
}

/** Rows that hold a category, or several, with what they are to the examples; N of them. */
export interface MeasuredRows {
  /** Ascending. // (N,) */
  readonly rows: Uint32Array;
  /** Bits to the nearest example, summed over the categories. // (N,) */
  readonly sums: Uint16Array;
  /** Bits of the winner's region to that of the nearest example, summed, too. // (N,) */
  readonly regions: Uint16Array;
  /** 1 for rows that are nearer to something that they should be unlike. // (N,) */
  readonly unwanted: Uint8Array;
}

export interface MeasuredCategory {
  readonly category: number;
  readonly measured: MeasuredRows;
}

const REGION_WORDS = 2;
const REGION_VALUES = 65;

/**
 * @param gate byte from which a photo holds the category
 * @param open 255 for each row that may be found // (blockRows,)
 */
export function measuredCategory(
  { codes, categoryScan }: SearchColumns,
  { category, like, unlike }: CategoryExamples,
  gate: number,
  open: Uint8Array,
): MeasuredCategory {
  const ofCategory = (all: Uint32Array, words: number): Uint32Array =>
    all.subarray(category * words, (category + 1) * words);
  const piece = ({ pieces }: AnalysedExample) => ofCategory(pieces, wordsForBits(codes.bitsPerCategory));
  const region = ({ regionLooks }: AnalysedExample) => ofCategory(regionLooks, REGION_WORDS);
  const rows = categoryScan.rows(category, gate, open);
  const [near, regions, far] = categoryScan.nearest(category, rows, [
    { of: 'pieces', queries: like.map(piece), none: codes.bitsPerCategory },
    { of: 'looks', queries: like.map(region), none: REGION_VALUES - 1 },
    { of: 'pieces', queries: unlike.map(piece), none: codes.bitsPerCategory },
  ]);
  const unwanted = new Uint8Array(rows.length);
  if (unlike.length > 0) for (let n = 0; n < rows.length; n++) unwanted[n] = Number(far![n]! < near![n]!);
  return {
    category,
    measured: { rows, sums: Uint16Array.from(near!), regions: Uint16Array.from(regions!), unwanted },
  };
}

/** Rows that hold both. */
function bothHolding(a: MeasuredRows, b: MeasuredRows): MeasuredRows {
  const most = Math.min(a.rows.length, b.rows.length);
  const rows = new Uint32Array(most);
  const sums = new Uint16Array(most);
  const regions = new Uint16Array(most);
  const unwanted = new Uint8Array(most);
  let count = 0;
  for (let i = 0, j = 0; i < a.rows.length && j < b.rows.length; ) {
    const difference = a.rows[i]! - b.rows[j]!;
    if (difference < 0) i++;
    else if (difference > 0) j++;
    else {
      rows[count] = a.rows[i]!;
      sums[count] = a.sums[i]! + b.sums[j]!;
      regions[count] = a.regions[i]! + b.regions[j]!;
      unwanted[count++] = a.unwanted[i++]! | b.unwanted[j++]!;
    }
  }
  return {
    rows: rows.subarray(0, count),
    sums: sums.subarray(0, count),
    regions: regions.subarray(0, count),
    unwanted: unwanted.subarray(0, count),
  };
}

/**
 * The rule of category-aware search, with several examples: photos that hold all of the categories; those that are nearer to something
 * that they should be unlike after the others; by the piece's distance to the nearest example, summed over the categories; equal ones by
 * what the winner's region looks like, of the nearest region and summed, too; then as `rank` has those that are equal.
 * @param categories at least one, measured on the columns as they are
 */
export function categoryHits(
  { codes }: SearchColumns,
  categories: readonly MeasuredCategory[],
  rank: RankRows,
): CategoryHits {
  const sumPlace = REGION_VALUES * categories.length;
  const unwantedPlace = sumPlace * (codes.bitsPerCategory * categories.length + 1);
  const { rows, sums, regions, unwanted } = categories.map(({ measured }) => measured).reduce(bothHolding);
  const scores = new Uint32Array(rows.length);
  for (let n = 0; n < rows.length; n++) scores[n] = unwanted[n]! * unwantedPlace + sums[n]! * sumPlace + regions[n]!;
  const ranked = rank(scores, 2 * unwantedPlace, rows);
  const numbers = codes.photos.words(codes.rows);
  const hits = {
    photos: new Uint32Array(ranked.length),
    rows: new Uint32Array(ranked.length),
    distances: new Uint16Array(ranked.length),
  };
  for (let i = 0; i < ranked.length; i++) {
    const place = ranked[i]!;
    hits.rows[i] = rows[place]!;
    hits.photos[i] = numbers[rows[place]!]!;
    hits.distances[i] = sums[place]!;
  }
  return hits;
}
