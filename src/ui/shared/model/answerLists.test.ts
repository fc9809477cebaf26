import { expect, test } from 'vitest';
import type { Hits, LikeAnswer } from '../../../pipeline/api/hits.ts';
import { answerGroups, groupedLimit, overallList, similarLimit } from './answerLists.ts';

/** Photos 1, 2, 3… at these distances. */
function hitsAt(...distances: number[]): Hits {
  return {
    numbers: Uint32Array.from(distances, (_, i) => i + 1),
    distances: Uint16Array.from(distances),
    probabilities: Float32Array.from(distances, () => 0.5),
    likeness: new Uint8Array(distances.length),
  };
}

const answer = {
  similarBy: 'semantic',
  similarBits: 64,
  similar: hitsAt(3, 21, 22),
  together: { categories: ['dog', 'person'], bits: 64, hits: hitsAt(10, 32, 33) },
  rows: [
    { category: 'dog', queryProbability: 0.9, bits: 32, hits: hitsAt(5, 17) },
    { category: 'person', queryProbability: 0.8, bits: 32, hits: hitsAt() },
  ],
} as unknown as LikeAnswer;
const FIRST = { similar: null, grouped: null };

test('until a person moves them, lists are cut off where alike photos end', () => {
  expect([similarLimit(answer, FIRST), groupedLimit(answer, FIRST)]).toEqual([21, 16]);
  expect([...overallList(answer, FIRST).numbers]).toEqual([1, 2]);
  expect(similarLimit({ ...answer, similarBy: 'looks' }, FIRST)).toBe(32);
});

test('the group of all together comes first; its longer code is cut off at the same share of its bits', () => {
  const groups = answerGroups(answer, FIRST, '*');
  expect(groups.map(({ name, numbers }) => [name, ...numbers])).toEqual([['*', 1, 2], ['dog', 1], ['person']]);
  const wide = answerGroups(answer, { similar: null, grouped: 32 }, '*');
  expect(wide.map(({ numbers }) => numbers.length)).toEqual([3, 2, 0]);
});
