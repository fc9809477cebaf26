import { hammingDistances } from '../../codes/hammingDistance.ts';
import { bitAt, codeAt } from '../../codes/packedCodes.ts';
import type { LabelledCategoryCodes } from './categoryRetrieval.ts';
import { meanMeasure } from './meanMeasure.ts';
import { ndcg } from './ndcg.ts';
import { sharedLabels, tieGroupsByDistance } from './tieGroups.ts';

export interface GradedFigures {
  /** Mean NDCG@100 over the pairs, ranked by the distance of piece c. */
  readonly ndcg100: number;
  /** What a random order of the same photos is expected to have. */
  readonly random: number;
  readonly pairs: number;
}

/**
 * Whether piece c carries more than "the category is there": for each (query, label c), the photos that truly hold c are
 * ranked by the distance of piece c alone, graded by the number of **further** labels they share with the query (gain
 * 2^further − 1). A pair counts where at least one photo shares a further label. The random order's expectation is the
 * same measure with all photos tied.
 */
export function gradedWithinCategory(database: LabelledCategoryCodes, queries: LabelledCategoryCodes): GradedFigures {
  const byCode: (number | null)[] = [];
  const byChance: (number | null)[] = [];
  const distances = new Uint16Array(database.codes.count);
  const shared = new Uint8Array(database.codes.count);
  database.codes.pieces.forEach((pieces, c) => {
    const holders = Uint32Array.from({ length: database.codes.count }, (_, n) => n).filter((n) =>
      bitAt(database.labelSets, n, c),
    );
    for (let q = 0; q < queries.codes.count; q++) {
      if (!bitAt(queries.labelSets, q, c)) continue;
      hammingDistances(pieces, codeAt(queries.codes.pieces[c]!, q), distances);
      sharedLabels(database.labelSets, codeAt(queries.labelSets, q), shared);
      const further = Uint8Array.from(holders, (n) => shared[n]! - 1);
      byCode.push(
        ndcg(
          tieGroupsByDistance(
            Uint16Array.from(holders, (n) => distances[n]!),
            pieces.bits,
            further,
          ),
          100,
        ),
      );
      byChance.push(ndcg(tieGroupsByDistance(new Uint8Array(holders.length), 0, further), 100));
    }
  });
  const { mean, count } = meanMeasure(byCode);
  return { ndcg100: mean, random: meanMeasure(byChance).mean, pairs: count };
}
