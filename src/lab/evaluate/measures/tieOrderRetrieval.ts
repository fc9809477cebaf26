import type { CategoryCodes } from '../../../codes/categoryCodes.ts';
import { rankAll } from '../../../codes/exactSearch.ts';
import { codeAt } from '../../../codes/packedCodes.ts';
import { expectedSharedLabels, orderTies } from '../../../codes/tieOrder.ts';
import { averagePrecision } from './averagePrecision.ts';
import { meanMeasure } from './meanMeasure.ts';
import type { LabelledCodes } from './semanticRetrieval.ts';
import { sharedLabels, tieGroupsOfOrder } from './tieGroups.ts';

/** Photos with what breaks their ties. */
export interface ProbableCodes extends LabelledCodes {
  /** P_c // C times (count,) */
  readonly probabilities: CategoryCodes['probabilities'];
}

/**
 * mAP of the ranking that the app shows: by Hamming distance, and within one distance by the expected number of shared
 * labels. It is more than the code alone knows, so it stands beside the figure of the code and not in its place.
 * @param leaveOneOut the queries are the database, and each is left out of its own ranking
 */
export function tieOrderRetrieval(database: ProbableCodes, queries: ProbableCodes, leaveOneOut = false): number {
  const precisions: (number | null)[] = [];
  for (let q = 0; q < queries.codes.count; q++) {
    const shared = sharedLabels(database.labelSets, codeAt(queries.labelSets, q));
    const probabilities = Float32Array.from(queries.probabilities, (ofPhotos) => ofPhotos[q]!);
    const likeness = expectedSharedLabels(database.probabilities, probabilities, database.codes.count);
    const { indices } = orderTies(rankAll(database.codes, codeAt(queries.codes, q)), likeness);
    precisions.push(averagePrecision(tieGroupsOfOrder(leaveOneOut ? indices.filter((n) => n !== q) : indices, shared)));
  }
  return meanMeasure(precisions).mean;
}
