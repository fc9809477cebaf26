import { expect, test } from 'vitest';
import { packedCodes } from '../../codes/packedCodes.ts';
import { categoryCodes } from './categoryCodes.ts';
import { categoryRetrieval, type LabelledCategoryCodes } from './categoryRetrieval.ts';
import { gradedWithinCategory } from './gradedWithinCategory.ts';

function labelled(
  rows: readonly { codes: number[]; p: number[]; labels: number }[],
  categories: number,
): LabelledCategoryCodes {
  return {
    codes: categoryCodes(
      rows.map(({ codes, p }) => ({ categoryCodes: new Uint32Array(codes), probabilities: new Float32Array(p) })),
      4,
      new Float32Array(categories).fill(0.5),
    ),
    labelSets: packedCodes(categories, new Uint32Array(rows.map((row) => row.labels))),
  };
}

test('hand-worked: two categories, photos under the gate last', () => {
  const database = labelled(
    [
      { codes: [0b0000, 0], p: [0.9, 0], labels: 0b01 },
      { codes: [0b0001, 0], p: [0.8, 0.9], labels: 0b10 },
      { codes: [0b0011, 0], p: [0.7, 0], labels: 0b01 },
      { codes: [0b0000, 0], p: [0.1, 0.4], labels: 0b01 },
    ],
    2,
  );
  const query = labelled([{ codes: [0, 0], p: [1, 1], labels: 0b11 }], 2);
  // Category 0 ranks 0, 1, 2, 3: relevant at 1, 3, 4. Category 1 ranks 1, 3, then 0 and 2: relevant at 1.
  const first = (1 + 2 / 3 + 3 / 4) / 3;
  const figures = categoryRetrieval(database, query);
  expect(figures.perCategory[0]).toBeCloseTo(first, 12);
  expect(figures.perCategory[1]).toBe(1);
  expect(figures.map).toBeCloseTo((first + 1) / 2, 12);
  expect(figures.pairs).toBe(2);
});

test('a label that nobody in the database has makes no pair', () => {
  const figures = categoryRetrieval(
    labelled([{ codes: [0], p: [1], labels: 0 }], 1),
    labelled([{ codes: [0], p: [1], labels: 1 }], 1),
  );
  expect(figures).toEqual({ map: NaN, pairs: 0, perCategory: [NaN] });
});

test('hand-worked: within a category, photos are graded by the labels they share beside it', () => {
  const database = labelled(
    [
      { codes: [0b0001, 0, 0], p: [1, 0, 0], labels: 0b001 },
      { codes: [0b0000, 0, 0], p: [1, 1, 0], labels: 0b011 },
      { codes: [0b0000, 0, 0], p: [0, 1, 0], labels: 0b010 },
    ],
    3,
  );
  const query = labelled([{ codes: [0, 0b1000, 0], p: [1, 1, 1], labels: 0b011 }], 3);
  // Label 0: holders 0 and 1; photo 1 (one further label) is nearer: NDCG 1, at random (1 + 1/log2 3) / 2.
  // Label 1: holders 1 and 2, both at distance 1, so tied: the same as at random.
  const random = (1 + 1 / Math.log2(3)) / 2;
  const figures = gradedWithinCategory(database, query);
  expect(figures.pairs).toBe(2);
  expect(figures.ndcg100).toBeCloseTo((1 + random) / 2, 12);
  expect(figures.random).toBeCloseTo(random, 12);
});

test('photos without label sets are refused', () => {
  const good = labelled([{ codes: [0], p: [1], labels: 1 }], 1);
  expect(() => categoryRetrieval({ ...good, labelSets: packedCodes(1, new Uint32Array(2)) }, good)).toThrow(
    'categoryRetrieval: got 1 photos and 2 label sets, wanted as many',
  );
});

test('hand-worked: photos that search each other do not find themselves', () => {
  const photos = labelled(
    [
      { codes: [0b0000], p: [0.9], labels: 1 },
      { codes: [0b0011], p: [0.8], labels: 1 },
      { codes: [0b0001], p: [0.7], labels: 0 },
    ],
    1,
  );
  // Photo 0 ranks 2, 1; photo 1 ranks 2, 0.
  expect(categoryRetrieval(photos, photos, true).map).toBeCloseTo((1 / 2 + 1 / 2) / 2, 12);
});
