import { bitAt, codeAt, type PackedCodes } from '../../codes/packedCodes.ts';
import { averagePrecision } from './averagePrecision.ts';
import { type CategoryCodes, rankByCategory } from './categoryCodes.ts';
import { meanMeasure } from './meanMeasure.ts';
import { tieGroupsOfOrder } from './tieGroups.ts';

/** Photos as category-aware search sees them, and what is true of them. */
export interface LabelledCategoryCodes {
  readonly codes: CategoryCodes;
  /** Bit c says label c. // as many as photos, C bits */
  readonly labelSets: PackedCodes;
}

export interface CategoryRetrievalFigures {
  /** Mean over all (query, label) pairs, 0..1. */
  readonly map: number;
  readonly pairs: number;
  /** Mean over the queries that have label c; NaN where no query has it. // C numbers */
  readonly perCategory: readonly number[];
}

/**
 * Category-aware mAP: for each query and each label c that it has, the whole database is ranked by the rule of
 * category-aware search for c (`rankByCategory`, whose order has no ties left); relevant = photo has label c.
 * A label that no photo of the database has makes no pair.
 * @param leaveOneOut the queries are the database, and each is left out of its own ranking
 * @throws RangeError when photos and label sets do not fit.
 */
export function categoryRetrieval(
  database: LabelledCategoryCodes,
  queries: LabelledCategoryCodes,
  leaveOneOut = false,
): CategoryRetrievalFigures {
  for (const { codes, labelSets } of [database, queries]) {
    if (codes.count !== labelSets.count) {
      throw new RangeError(
        `categoryRetrieval: got ${codes.count} photos and ${labelSets.count} label sets, wanted as many`,
      );
    }
  }
  const all: number[] = [];
  const perCategory = database.codes.pieces.map((_, c) => {
    const hasLabel = Uint8Array.from({ length: database.codes.count }, (_, n) =>
      Number(bitAt(database.labelSets, n, c)),
    );
    const precisions: (number | null)[] = [];
    for (let q = 0; q < queries.codes.count; q++) {
      if (!bitAt(queries.labelSets, q, c)) continue;
      const ranking = rankByCategory(database.codes, c, codeAt(queries.codes.pieces[c]!, q));
      const others = leaveOneOut ? ranking.indices.filter((n) => n !== q) : ranking.indices;
      const precision = averagePrecision(tieGroupsOfOrder(others, hasLabel));
      precisions.push(precision);
      if (precision !== null) all.push(precision);
    }
    return meanMeasure(precisions).mean;
  });
  const { mean, count } = meanMeasure(all);
  return { map: mean, pairs: count, perCategory };
}
