/**
 * How many labels two photos share counts more than once: a photo that holds both of a query's objects is worth three times one that holds
 * one of them, as NDCG's gain 2^shared − 1 has it. Categories taken as independent, the expected 2^shared is Π_c (1 + P_c(query) · P_c(photo)):
 * it grows with every probability, and no order of categories or objects changes it. What is added up here is its logarithm, in whole
 * numbers, so that sums are the same everywhere.
 */

/** A photo's gain is rounded to so many levels a shared label; within one level the code decides. Chosen on 300 development queries, see `npm run evaluate`. */
export const LEVELS_A_LABEL = 8;
/** Parts of a level that are added up. */
const PARTS = 8;

/** log2(1 + q·p) of one category by the photo's probability byte. */
export interface GainTable {
  readonly category: number;
  /** // (256,) */
  readonly parts: Int32Array;
}

/**
 * Categories that nothing can be gained from are left out.
 * @param query probabilities as bytes, see `probabilityByte` // (C,)
 * @param unlike probabilities of what hits should not hold: what they have beyond the query's is lost instead of gained // (C,)
 */
export function gainTables(query: Uint8Array, unlike: Uint8Array = new Uint8Array(query.length)): GainTable[] {
  const tables: GainTable[] = [];
  query.forEach((held, category) => {
    const unwanted = Math.max(0, unlike[category]! - held);
    const parts = Int32Array.from({ length: 256 }, (_, byte) => partsOf(held, byte) - partsOf(unwanted, byte));
    if (parts.some((part) => part !== 0)) tables.push({ category, parts });
  });
  return tables;
}

function partsOf(query: number, photo: number): number {
  return Math.round(Math.log2(1 + (query * photo) / 255 ** 2) * LEVELS_A_LABEL * PARTS);
}

/** @param parts of all categories together */
export function gainLevel(parts: number): number {
  return Math.floor(parts / PARTS + 0.5);
}
