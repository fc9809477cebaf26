import type { TaughtRow } from '../../gallery/records/taughtRow.ts';
import type { VectorRow } from '../../gallery/records/vectorRow.ts';
import type { Category } from '../../network/network.ts';
import { signsOf, type ToldOfPhoto, toldOfPhoto } from '../../network/taught/regionProbabilities.ts';

/** What taught categories are listed with. */
export const TAUGHT_GROUP = 'yours';

/** The taught categories as all others are known. */
export function taughtCategories(rows: readonly TaughtRow[]): Category[] {
  return rows.map(({ name, gate }) => ({ name, gate, basis: 'taught', group: TAUGHT_GROUP }));
}

/** A person's word on a photo; it stands above what was learned. */
export function wordOn({ examples, counterExamples }: TaughtRow, id: string): 'present' | 'absent' | null {
  if (examples.some((photo) => photo.id === id)) return 'present';
  return counterExamples.some((photo) => photo.id === id) ? 'absent' : null;
}

/** What taught categories say of one photo. T of them. */
export interface TaughtValues {
  /** P, a person's word laid over it as 0 and 1. // (T,) */
  readonly probabilities: Float32Array;
  /** Signs of the winning region's vector. // (T, 2) */
  readonly looks: Uint32Array;
}

const NOTHING: ToldOfPhoto = { probability: 0, winner: 0, ofRegions: new Float32Array(0) };

/** @param vectors of the photo, of the categories' own version; null where it has none @param id null of a photo that is not in the gallery */
export function toldOf(
  row: TaughtRow,
  vectors: Pick<VectorRow, 'vectors' | 'version'> | null,
  id: string | null,
): ToldOfPhoto {
  const told =
    vectors === null || vectors.version !== row.vectors
      ? NOTHING
      : toldOfPhoto({ ...row, weights: Float64Array.from(row.weights) }, vectors.vectors);
  const word = id === null ? null : wordOn(row, id);
  return word === null ? told : { ...told, probability: word === 'present' ? 1 : 0 };
}

/** See `TaughtValues`. */
export function taughtValues(
  rows: readonly TaughtRow[],
  vectors: Pick<VectorRow, 'vectors' | 'version'> | null,
  id: string | null,
): TaughtValues {
  return valuesOfTold(
    rows,
    rows.map((row) => toldOf(row, vectors, id)),
    vectors,
  );
}

/** The same of what was told already. @param told of each category // (T,) */
export function valuesOfTold(
  rows: readonly TaughtRow[],
  told: readonly ToldOfPhoto[],
  vectors: Pick<VectorRow, 'vectors' | 'version'> | null,
): TaughtValues {
  const values = { probabilities: new Float32Array(rows.length), looks: new Uint32Array(rows.length * 2) };
  rows.forEach((row, t) => {
    const { probability, winner } = told[t]!;
    values.probabilities[t] = probability;
    if (vectors !== null && vectors.version === row.vectors) {
      const dimensions = row.weights.length;
      values.looks.set(signsOf(vectors.vectors.subarray(winner * dimensions, (winner + 1) * dimensions)), t * 2);
    }
  });
  return values;
}
