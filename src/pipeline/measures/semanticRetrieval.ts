import { hammingDistances } from '../../codes/hammingDistance.ts';
import { codeAt, type PackedCodes } from '../../codes/packedCodes.ts';
import { averageCumulativeGain } from './averageCumulativeGain.ts';
import { averagePrecision } from './averagePrecision.ts';
import { meanMeasure } from './meanMeasure.ts';
import { ndcg } from './ndcg.ts';
import { sharedLabels, tieGroupsByDistance } from './tieGroups.ts';
import { weightedAveragePrecision } from './weightedAveragePrecision.ts';

/** Photos as the retrieval measures see them: a code and a label set each. */
export interface LabelledCodes {
  readonly codes: PackedCodes;
  /** Packed like codes: bit c says that the photo has label c. // as many as codes */
  readonly labelSets: PackedCodes;
}

/** Means over the queries that have something relevant in the database. */
export interface RetrievalFigures {
  /** Mean average precision over the whole ranking, 0..1. */
  readonly map: number;
  /** Mean weighted average precision: ACG@j instead of precision@j. */
  readonly wmap: number;
  readonly acg100: number;
  readonly ndcg100: number;
  /** Queries that the means are over. */
  readonly queries: number;
}

/**
 * Ranks the whole database for each query by Hamming distance; ties by expectation (see tieGroups.ts).
 * A query without a label, or whose labels nobody in the database has, is no query.
 * @throws RangeError when codes and label sets do not fit.
 */
export function semanticRetrieval(database: LabelledCodes, queries: LabelledCodes): RetrievalFigures {
  return retrievalFigures(database, queries, false);
}

/** The photos search each other: each is a query against all the others (leave one out). */
export function leaveOneOutRetrieval(photos: LabelledCodes): RetrievalFigures {
  return retrievalFigures(photos, photos, true);
}

function retrievalFigures(database: LabelledCodes, queries: LabelledCodes, leaveOneOut: boolean): RetrievalFigures {
  for (const { codes, labelSets } of [database, queries]) {
    if (codes.count !== labelSets.count) {
      throw new RangeError(
        `semanticRetrieval: got ${codes.count} codes and ${labelSets.count} label sets, wanted as many`,
      );
    }
  }
  if (database.codes.bits !== queries.codes.bits) {
    throw new RangeError(
      `semanticRetrieval: got queries of ${queries.codes.bits} bits for a database of ${database.codes.bits}`,
    );
  }
  const distances = new Uint16Array(database.codes.count);
  const shared = new Uint8Array(database.codes.count);
  const ap: (number | null)[] = [];
  const wap: (number | null)[] = [];
  const acg: (number | null)[] = [];
  const gain: (number | null)[] = [];
  for (let q = 0; q < queries.codes.count; q++) {
    hammingDistances(database.codes, codeAt(queries.codes, q), distances);
    sharedLabels(database.labelSets, codeAt(queries.labelSets, q), shared);
    const groups = tieGroupsByDistance(distances, database.codes.bits, shared, leaveOneOut ? q : -1);
    const precision = averagePrecision(groups);
    ap.push(precision);
    wap.push(weightedAveragePrecision(groups));
    acg.push(precision === null ? null : averageCumulativeGain(groups, 100));
    gain.push(ndcg(groups, 100));
  }
  const { mean, count } = meanMeasure(ap);
  return {
    map: mean,
    wmap: meanMeasure(wap).mean,
    acg100: meanMeasure(acg).mean,
    ndcg100: meanMeasure(gain).mean,
    queries: count,
  };
}
