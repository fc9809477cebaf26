import { CodeColumns } from '../../../codes/columns/codeColumns.ts';
import { probabilityByte } from '../../../codes/columns/probabilityByte.ts';
import { hammingDistances, popcount } from '../../../codes/hammingDistance.ts';
import { codeAt, type PackedCodes } from '../../../codes/packedCodes.ts';
import { rankSimilar } from '../../../codes/similar/rankSimilar.ts';
import { rowsByKey } from '../../../codes/similar/rowsByKey.ts';
import { SimilarScan } from '../../../codes/similar/similarScan.ts';
import { averagePrecision } from '../../../pipeline/measures/averagePrecision.ts';
import { meanMeasure } from '../../../pipeline/measures/meanMeasure.ts';
import { ndcg } from '../../../pipeline/measures/ndcg.ts';
import type { LabelledCodes } from '../../../pipeline/measures/semanticRetrieval.ts';
import {
  sharedLabels,
  type TieGroups,
  tieGroupsByDistance,
  tieGroupsOfOrder,
} from '../../../pipeline/measures/tieGroups.ts';

/** Photos with all that the app's order is made of. */
export interface ShownPhotos extends LabelledCodes {
  /** Appearance codes. */
  readonly looks: PackedCodes;
  /** P_c // C times (count,), 0..1 */
  readonly probabilities: readonly Float32Array[];
}

/** Means over the queries that have something relevant in the database. */
export interface OrderFigures {
  readonly map: number;
  readonly ndcg100: number;
  /** Over the queries with two labels and more. */
  readonly ndcg100OfSeveral: number;
}

export interface ShownOrderFigures {
  /** By the distance of the code alone, ties by expectation. */
  readonly code: OrderFigures;
  /** In the order that the app shows, see `rankSimilar`. */
  readonly shown: OrderFigures;
}

/** @param leaveOneOut the queries are the database, and each is left out of its own ranking */
export function shownOrder(database: ShownPhotos, queries: ShownPhotos, leaveOneOut = false): ShownOrderFigures {
  const columns = columnsOf(database);
  const scan = new SimilarScan(columns);
  const all = rowsByKey(columns);
  const code: MeasuredQuery[] = [];
  const shown: MeasuredQuery[] = [];
  for (let q = 0; q < queries.codes.count; q++) {
    const labels = codeAt(queries.labelSets, q);
    const shared = sharedLabels(database.labelSets, labels);
    const several = labels.reduce((count, word) => count + popcount(word), 0) > 1;
    const query = codeAt(queries.codes, q);
    const distances = hammingDistances(database.codes, query, new Uint16Array(database.codes.count));
    const byDistance = tieGroupsByDistance(distances, database.codes.bits, shared, leaveOneOut ? q : -1);
    const example = {
      code: query,
      looks: codeAt(queries.looks, q),
      probabilities: Uint8Array.from(queries.probabilities, (ofPhotos) => probabilityByte(ofPhotos[q]!)),
    };
    const { photos } = rankSimilar(scan, { like: [example], unlike: [], by: 'semantic' }, all);
    const order = tieGroupsOfOrder(leaveOneOut ? photos.filter((n) => n !== q) : photos, shared);
    code.push(measured(byDistance, several));
    shown.push(measured(order, several));
  }
  return { code: meanOf(code), shown: meanOf(shown) };
}

interface MeasuredQuery {
  readonly precision: number | null;
  readonly gain: number | null;
  readonly several: boolean;
}

function measured(groups: TieGroups, several: boolean): MeasuredQuery {
  return { precision: averagePrecision(groups), gain: ndcg(groups, 100), several };
}

function meanOf(queries: readonly MeasuredQuery[]): OrderFigures {
  return {
    map: meanMeasure(queries.map(({ precision }) => precision)).mean,
    ndcg100: meanMeasure(queries.map(({ gain }) => gain)).mean,
    ndcg100OfSeveral: meanMeasure(queries.filter(({ several }) => several).map(({ gain }) => gain)).mean,
  };
}

function columnsOf({ codes, looks, probabilities }: ShownPhotos): CodeColumns {
  const columns = new CodeColumns({
    bits: codes.bits,
    categories: probabilities.length,
    bitsPerCategory: 1,
    looksBits: looks.bits,
    keyed: true,
  });
  for (let photo = 0; photo < codes.count; photo++) {
    columns.add({
      photo,
      // Ties by photo order.
      key: { low: photo, high: 0 },
      code: codeAt(codes, photo),
      pieces: new Uint32Array(probabilities.length),
      probabilities: Uint8Array.from(probabilities, (ofPhotos) => probabilityByte(ofPhotos[photo]!)),
      looks: codeAt(looks, photo),
    });
  }
  return columns;
}
