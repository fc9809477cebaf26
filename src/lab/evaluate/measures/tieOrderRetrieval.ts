import { hammingDistances } from '../../../codes/hammingDistance.ts';
import { codeAt, type PackedCodes } from '../../../codes/packedCodes.ts';
import { averagePrecision } from '../../../pipeline/measures/averagePrecision.ts';
import type { CategoryCodes } from '../../../pipeline/measures/categoryCodes.ts';
import { rankAll } from '../../../pipeline/measures/exactSearch.ts';
import { meanMeasure } from '../../../pipeline/measures/meanMeasure.ts';
import type { LabelledCodes } from '../../../pipeline/measures/semanticRetrieval.ts';
import { sharedLabels, tieGroupsOfOrder } from '../../../pipeline/measures/tieGroups.ts';
import { similarOrder } from './similarOrder.ts';
import { expectedSharedLabels } from './tieOrder.ts';

/** Photos with what else their order is made of. */
export interface ProbableCodes extends LabelledCodes {
  /** P_c // C times (count,) */
  readonly probabilities: CategoryCodes['probabilities'];
  /** Appearance codes. // count of them */
  readonly looks: PackedCodes;
}

/**
 * mAP of the ranking by codes first (`similarOrder`): what looks alike first, then by Hamming distance and within one distance by looks. It is
 * more than the code alone knows, so it stands beside the figure of the code and not in its place. The page's own ranking is measured by
 * `shownOrder`.
 * @param leaveOneOut the queries are the database, and each is left out of its own ranking
 */
export function tieOrderRetrieval(database: ProbableCodes, queries: ProbableCodes, leaveOneOut = false): number {
  const precisions: (number | null)[] = [];
  for (let q = 0; q < queries.codes.count; q++) {
    const shared = sharedLabels(database.labelSets, codeAt(queries.labelSets, q));
    const probabilities = Float32Array.from(queries.probabilities, (ofPhotos) => ofPhotos[q]!);
    const labels = expectedSharedLabels(database.probabilities, probabilities, database.codes.count);
    const looks = hammingDistances(database.looks, codeAt(queries.looks, q), new Uint16Array(database.codes.count));
    const ranked = rankAll(database.codes, codeAt(queries.codes, q));
    const { indices } = similarOrder(ranked, looks, labels, probabilities.length);
    precisions.push(averagePrecision(tieGroupsOfOrder(leaveOneOut ? indices.filter((n) => n !== q) : indices, shared)));
  }
  return meanMeasure(precisions).mean;
}
