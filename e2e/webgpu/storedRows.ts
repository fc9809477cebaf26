import { expect, type Page } from '@playwright/test';
import { unpackedProbabilities } from '../../src/gallery/records/packedProbabilities.ts';
import type { EngineName } from '../../src/pipeline/api/pipeline.ts';

/** The vocabulary of the shipped network: trained and detected ones. */
const CATEGORIES = 80;

/** What the gallery stores of a photo's analysis, as plain numbers. */
export interface StoredRow {
  readonly name: string;
  readonly engine: EngineName | undefined;
  readonly probabilities: readonly number[];
  /** Of 16, 32, 48 and 64 bits. */
  readonly semanticCodes: readonly (readonly number[])[];
  readonly categoryCodes: readonly number[];
  readonly appearance: readonly number[];
  readonly regionAppearance: readonly number[];
  readonly winners: readonly number[];
  readonly boxes: readonly number[];
  /** Probability · 255 of each kept box and category. */
  readonly proposalProbabilities: readonly number[];
}

/** All rows of the page's gallery, by the photo's name. */
export async function storedRows(page: Page): Promise<Map<string, StoredRow>> {
  const rows = await page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
      });
    const database = await answered(indexedDB.open('facet'));
    const all = (store: string) => answered(database.transaction(store).objectStore(store).getAll());
    const photos = (await all('photos')) as import('../../src/gallery/schema.ts').PhotoRow[];
    const analyses = (await all('analyses')) as (import('../../src/gallery/schema.ts').AnalysisRow & {
      readonly packedProbabilities: Uint8Array;
    })[];
    database.close();
    return photos.map(
      ({ id, name, engine, probabilities, semanticCodes, categoryCodes, appearance, regionAppearance }) => {
        const analysis = analyses.find((one) => one.id === id)!;
        return {
          name,
          engine,
          probabilities: [...probabilities],
          semanticCodes: ([16, 32, 48, 64] as const).map((bits) => [...semanticCodes[bits]]),
          categoryCodes: [...categoryCodes],
          appearance: [...(appearance ?? [])],
          regionAppearance: [...(regionAppearance ?? [])],
          winners: [...analysis.winners],
          boxes: [...analysis.boxes],
          packedProbabilities: [...analysis.packedProbabilities],
        };
      },
    );
  });
  return new Map(
    rows.map(({ packedProbabilities, ...row }) => {
      const boxes = row.boxes.length / 4;
      const unpacked = unpackedProbabilities(Uint8Array.from(packedProbabilities), boxes, row.winners.length);
      if (unpacked === null) throw new Error(`storedRows: the probabilities of ${row.name} are not of ${boxes} boxes`);
      return [row.name, { ...row, proposalProbabilities: [...unpacked] }];
    }),
  );
}

function differingBits(a: readonly number[], b: readonly number[]): number {
  let bits = 0;
  a.forEach((word, i) => {
    for (let rest = (word ^ b[i]!) >>> 0; rest !== 0; rest &= rest - 1) bits++;
  });
  return bits;
}

/** How far two rows of one photo lie apart. */
export interface RowDifference {
  /** Most bits over the four semantic codes. */
  readonly semanticBits: number;
  readonly categoryBits: number;
  /** Of the photo's appearance code and of all regions'. */
  readonly lookBits: number;
  readonly probability: number;
  readonly otherWinners: number;
}

export function rowDifference(got: StoredRow, wanted: StoredRow): RowDifference {
  return {
    semanticBits: Math.max(...got.semanticCodes.map((code, i) => differingBits(code, wanted.semanticCodes[i]!))),
    categoryBits: differingBits(got.categoryCodes, wanted.categoryCodes),
    lookBits:
      differingBits(got.appearance, wanted.appearance) + differingBits(got.regionAppearance, wanted.regionAppearance),
    probability: Math.max(...got.probabilities.map((p, c) => Math.abs(p - wanted.probabilities[c]!))),
    otherWinners: got.winners.filter((winner, c) => winner !== wanted.winners[c]).length,
  };
}

/** The bar between two engines: at most one bit of a semantic code, two of all category-aware and two of all appearance codes, probabilities within 2e-3, the same boxes and winners. */
export function expectSameRow(got: StoredRow | undefined, wanted: StoredRow | undefined): void {
  if (!got || !wanted) throw new Error('expectSameRow: one of the two engines stored no row');
  const { semanticBits, categoryBits, lookBits, probability, otherWinners } = rowDifference(got, wanted);
  for (const { probabilities, winners, regionAppearance } of [got, wanted])
    expect([probabilities.length, winners.length, regionAppearance.length]).toEqual([
      CATEGORIES,
      CATEGORIES,
      CATEGORIES * 2,
    ]);
  expect(semanticBits, `bits of ${got.name}'s semantic codes`).toBeLessThanOrEqual(1);
  expect(categoryBits, `bits of ${got.name}'s category-aware codes`).toBeLessThanOrEqual(2);
  expect(lookBits, `bits of ${got.name}'s appearance codes`).toBeLessThanOrEqual(2);
  expect(probability, `a probability of ${got.name}`).toBeLessThanOrEqual(2e-3);
  expect(otherWinners, `winners of ${got.name}`).toBe(0);
  expect(got.boxes).toEqual(wanted.boxes);
  const furthest = Math.max(...got.proposalProbabilities.map((p, i) => Math.abs(p - wanted.proposalProbabilities[i]!)));
  expect(furthest, `a proposal's probability of ${got.name}, of 255`).toBeLessThanOrEqual(1);
}
