import { expect, test } from 'vitest';
import { packedCodes } from '../../codes/packedCodes.ts';
import { leaveOneOutRetrieval, semanticRetrieval } from './semanticRetrieval.ts';

/** Four photos on a line of codes; labels 0, 0+1, 1, none. */
const photos = {
  codes: packedCodes(4, new Uint32Array([0b0000, 0b0001, 0b0111, 0b1111])),
  labelSets: packedCodes(2, new Uint32Array([0b01, 0b11, 0b10, 0b00])),
};

test('hand-worked: two queries against four photos, and a query without a label is none', () => {
  const queries = {
    codes: packedCodes(4, new Uint32Array([0b0000, 0b1111, 0b0000])),
    labelSets: packedCodes(2, new Uint32Array([0b01, 0b10, 0b00])),
  };
  const figures = semanticRetrieval(photos, queries);
  // Query 0 ranks 0, 1, 2, 3: relevant at 1, 2. Query 1 ranks 3, 2, 1, 0: relevant at 2, 3.
  expect(figures.map).toBeCloseTo((1 + (1 / 2 + 2 / 3) / 2) / 2, 12);
  expect(figures.wmap).toBeCloseTo((1 + (1 / 2 + 2 / 3) / 2) / 2, 12);
  expect(figures.acg100).toBeCloseTo(0.5, 12);
  const ideal = 1 + 1 / Math.log2(3);
  expect(figures.ndcg100).toBeCloseTo((1 + (1 / Math.log2(3) + 1 / Math.log2(4)) / ideal) / 2, 12);
  expect(figures.queries).toBe(2);
});

test('hand-worked: photos that search each other never find themselves', () => {
  // Photo 0 ranks 1, 2, 3: AP 1. Photo 1 ranks 0, 2, 3: AP 1. Photo 2 ranks 3, 1, 0 by distances 1, 2, 3: AP 1/2.
  const figures = leaveOneOutRetrieval(photos);
  expect(figures.map).toBeCloseTo((1 + 1 + 1 / 2) / 3, 12);
  expect(figures.queries).toBe(3);
});

test('codes without label sets and codes of two lengths are refused', () => {
  const short = { codes: packedCodes(3, new Uint32Array(4)), labelSets: photos.labelSets };
  expect(() => semanticRetrieval(photos, short)).toThrow(
    'semanticRetrieval: got queries of 3 bits for a database of 4',
  );
  const few = { codes: photos.codes, labelSets: packedCodes(2, new Uint32Array(1)) };
  expect(() => semanticRetrieval(few, photos)).toThrow(
    'semanticRetrieval: got 4 codes and 1 label sets, wanted as many',
  );
});
