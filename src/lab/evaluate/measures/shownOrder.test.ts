import { expect, test } from 'vitest';
import { packedCodes } from '../../../codes/packedCodes.ts';
import { shownOrder } from './shownOrder.ts';

/** Two categories; looks are those of nobody else. @param labels bits @param probabilities by photo */
function photos(
  codes: readonly number[],
  labels: readonly number[],
  probabilities: readonly (readonly [number, number])[],
) {
  return {
    codes: packedCodes(4, Uint32Array.from(codes)),
    labelSets: packedCodes(2, Uint32Array.from(labels)),
    looks: packedCodes(
      128,
      Uint32Array.from(codes.flatMap((_, n) => [0, 1, 2, 3].map((word) => (word === n % 4 ? 0xffffffff : n << 8)))),
    ),
    probabilities: [0, 1].map((c) => Float32Array.from(probabilities, (of) => of[c]!)),
  };
}

const log = Math.log2;

test('hand-worked: the code puts a photo of one label first, the app the photo of both', () => {
  // One of the first label at distance 0, one of both at 2.
  const database = photos(
    [0, 0b11],
    [0b01, 0b11],
    [
      [1, 0],
      [1, 1],
    ],
  );
  const query = {
    ...photos([0], [0b11], [[1, 1]]),
    looks: packedCodes(128, new Uint32Array(4).fill(0x55555555)),
  };
  const ideal = 3 + 1 / log(3);
  const { code, shown } = shownOrder(database, query);
  expect(code.ndcg100).toBeCloseTo((1 + 3 / log(3)) / ideal, 12);
  expect(shown.ndcg100).toBeCloseTo(1, 12);
  expect(shown.ndcg100OfSeveral).toBe(shown.ndcg100);
  expect([code.map, shown.map]).toEqual([1, 1]);
});

test('hand-worked: among the queries themselves nobody finds itself', () => {
  const queries = photos(
    [0, 0, 0],
    [0b01, 0b10, 0b01],
    [
      [1, 0],
      [0, 1],
      [1, 0],
    ],
  );
  const { code, shown } = shownOrder(queries, queries, true);
  // Photos 0 and 2 find each other; by the code alone photo 1 is tied with them.
  expect(shown.map).toBeCloseTo(1, 12);
  expect(code.map).toBeCloseTo((1 + 1 / 2) / 2, 12);
});
