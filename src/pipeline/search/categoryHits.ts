import { wordsForBits } from '../../codes/packedCodes.ts';
import type { RankRows } from '../../codes/similar/rankSimilar.ts';
import { rowsByScore } from '../../codes/similar/rowsByScore.ts';
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

/** A category with what every row is to its examples. */
export interface MeasuredCategory extends Pick<CategoryExamples, 'category'> {
  /** Probability bytes, shared. // (rows,) */
  readonly held: Uint8Array;
  readonly gate: number;
  /** Bits to the nearest example. // (rows,) */
  readonly near: Uint8Array;
  /** Bits of the winner's region to that of the nearest example. // (rows,) */
  readonly regions: Uint8Array;
  /** To the nearest of those that hits should be unlike; null where there is none. // (rows,) */
  readonly unlike: Uint8Array | null;
}

const REGION_WORDS = 2;
const REGION_VALUES = 65;

/** @param gates from which a photo holds each category // (C,) */
export function measuredCategory(
  { codes, scan }: SearchColumns,
  { category, like, unlike }: CategoryExamples,
  gates: Uint8Array,
): MeasuredCategory {
  const ofCategory = (all: Uint32Array, words: number): Uint32Array =>
    all.subarray(category * words, (category + 1) * words);
  const piece = ({ pieces }: AnalysedExample) => ofCategory(pieces, wordsForBits(codes.bitsPerCategory));
  const { bitsPerCategory: most } = codes;
  return {
    category,
    held: codes.probabilities[category]!.bytes(codes.rows),
    gate: gates[category]!,
    near: scan.nearestHeld(category, 'pieces', like.map(piece), most),
    regions: scan.nearestHeld(
      category,
      'looks',
      like.map(({ regionLooks }) => ofCategory(regionLooks, REGION_WORDS)),
      REGION_VALUES - 1,
    ),
    unlike: unlike.length === 0 ? null : scan.nearestHeld(category, 'pieces', unlike.map(piece), most),
  };
}

/**
 * The rule of category-aware search, with several examples: photos that hold all of the categories; those that are nearer to something
 * that they should be unlike after the others; by the piece's distance to the nearest example, summed over the categories; equal ones by
 * what the winner's region looks like, of the nearest region and summed, too; then by key.
 * @param categories measured on the columns as they are
 * @param chosen rows to choose from, in the order of those that are equal
 * @param rank all of them by default
 */
export function categoryHits(
  { codes }: SearchColumns,
  categories: readonly MeasuredCategory[],
  chosen: Uint32Array,
  rank: RankRows = rowsByScore,
): CategoryHits {
  const { rows } = codes;
  const sumPlace = REGION_VALUES * categories.length;
  const unwantedPlace = sumPlace * (codes.bitsPerCategory * categories.length + 1);
  const scores = new Uint32Array(rows);
  const sums = new Uint16Array(rows);
  const numbers = codes.photos.words(rows);
  const holding = rowsHolding(categories, chosen);
  for (let i = 0; i < holding.length; i++) {
    const row = holding[i]!;
    let [sum, regions, unwanted] = [0, 0, 0];
    for (const { near, regions: looks, unlike } of categories) {
      sum += near[row]!;
      regions += looks[row]!;
      if (unlike !== null && unlike[row]! < near[row]!) unwanted = 1;
    }
    sums[row] = sum;
    scores[row] = unwanted * unwantedPlace + sum * sumPlace + regions;
  }
  const ranked = rank(scores, holding, 2 * unwantedPlace);
  const photos = new Uint32Array(ranked.length);
  const distances = new Uint16Array(ranked.length);
  for (let i = 0; i < ranked.length; i++) {
    photos[i] = numbers[ranked[i]!]!;
    distances[i] = sums[ranked[i]!]!;
  }
  return { photos, rows: ranked, distances };
}

/** Rows at or above all gates, in their order. */
function rowsHolding(categories: readonly MeasuredCategory[], chosen: Uint32Array): Uint32Array {
  let holding = chosen;
  for (const { held, gate } of categories) {
    const kept = new Uint32Array(holding.length);
    let count = 0;
    for (let i = 0; i < holding.length; i++) if (held[holding[i]!]! >= gate) kept[count++] = holding[i]!;
    holding = kept.subarray(0, count);
  }
  return holding;
}
