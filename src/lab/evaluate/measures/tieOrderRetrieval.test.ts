import { expect, test } from 'vitest';
import { packedCodes } from '../../../codes/packedCodes.ts';
import { semanticRetrieval } from '../../../pipeline/measures/semanticRetrieval.ts';
import { tieOrderRetrieval } from './tieOrderRetrieval.ts';

/** All semantic codes are the same, so looks alone make the order. @param looks bits that are set of 128: two photos differ by what they differ in */
const photos = (labels: number[], looks: number[]) => ({
  codes: packedCodes(4, new Uint32Array(labels.length)),
  labelSets: packedCodes(1, new Uint32Array(labels)),
  probabilities: [new Float32Array(labels.length).fill(0.5)],
  looks: packedCodes(
    128,
    Uint32Array.from(
      looks.flatMap((bits) => [0, 32, 64, 96].map((from) => 2 ** Math.min(32, Math.max(0, bits - from)) - 1)),
    ),
  ),
});

test('hand-worked: ties go by looks, relevant photos at ranks 1 and 3', () => {
  const database = photos([0, 1, 1], [60, 50, 90]);
  const query = photos([1], [0]);
  expect(tieOrderRetrieval(database, query)).toBeCloseTo((1 + 2 / 3) / 2, 12);
  // The code alone has nothing to go by: the mean over the three places of the one photo that is not relevant.
  expect(semanticRetrieval(database, query).map).toBeCloseTo((1 + (1 + 2 / 3) / 2 + (1 / 2 + 2 / 3) / 2) / 3, 12);
});

test('hand-worked: among the queries themselves nobody finds itself', () => {
  const queries = photos([1, 0, 1], [0, 50, 90]);
  // Photo 0 ranks 1, 2; photo 2 ranks 1, 0.
  expect(tieOrderRetrieval(queries, queries, true)).toBeCloseTo((1 / 2 + 1 / 2) / 2, 12);
});
