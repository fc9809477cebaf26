import { expect, test } from 'vitest';
import { packedCodes } from '../../../codes/packedCodes.ts';
import { semanticRetrieval } from './semanticRetrieval.ts';
import { tieOrderRetrieval } from './tieOrderRetrieval.ts';

/** All codes are the same, so the order is the probabilities' alone. */
const photos = (labels: number[], p: number[]) => ({
  codes: packedCodes(4, new Uint32Array(labels.length)),
  labelSets: packedCodes(1, new Uint32Array(labels)),
  probabilities: [new Float32Array(p)],
});

test('hand-worked: ties go by the expected number of shared labels, relevant photos at ranks 1 and 3', () => {
  const database = photos([0, 1, 1], [0.5, 0.9, 0.1]);
  const query = photos([1], [1]);
  expect(tieOrderRetrieval(database, query)).toBeCloseTo((1 + 2 / 3) / 2, 12);
  // The code alone has nothing to go by: the mean over the three places of the one photo that is not relevant.
  expect(semanticRetrieval(database, query).map).toBeCloseTo((1 + (1 + 2 / 3) / 2 + (1 / 2 + 2 / 3) / 2) / 3, 12);
});

test('hand-worked: among the queries themselves nobody finds itself', () => {
  const queries = photos([1, 0, 1], [0.9, 0.5, 0.1]);
  // Photo 0 ranks 1, 2; photo 2 ranks 0, 1.
  expect(tieOrderRetrieval(queries, queries, true)).toBeCloseTo((1 / 2 + 1) / 2, 12);
});
