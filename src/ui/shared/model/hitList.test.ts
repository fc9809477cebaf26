import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hits } from '../../../pipeline/api/hits.ts';
import {
  alikeWords,
  bitsApart,
  firstGroupedLimit,
  firstSimilarLimit,
  hitAt,
  mostShared,
  nearestDistance,
  numbersAt,
  withinDistance,
} from './hitList.ts';

/** Number, distance and likeness of each hit. */
function hitsOf(list: readonly (readonly [number, number, number?])[]): Hits {
  return {
    numbers: Uint32Array.from(list, ([number]) => number),
    distances: Uint16Array.from(list, ([, distance]) => distance),
    probabilities: Float32Array.from(list, () => 0.5),
    likeness: Uint8Array.from(list, ([, , likeness = 0]) => likeness),
  };
}
const hits = hitsOf([
  [7, 4],
  [8, 9],
  [9, 4],
]);
const shown = (list: Hits, limit: number) => [...numbersAt(list, withinDistance(list, limit))];

test('the threshold is inclusive', () => {
  expect(shown(hits, 4)).toEqual([7, 9]);
  expect(shown(hits, 3)).toEqual([]);
});

test('what looks like the query stays, however far its edit moved the code', () => {
  expect(
    shown(
      hitsOf([
        [7, 4],
        [8, 60, 1],
        [9, 64, 2],
      ]),
      3,
    ),
  ).toEqual([8, 9]);
});

test('a larger limit never takes a hit away, and all are shown at the length of the code', () => {
  const list = fc.array(fc.tuple(fc.nat(99), fc.nat(64), fc.nat(2))).map(hitsOf);
  fc.assert(
    fc.property(list, fc.nat(64), fc.nat(64), (all, a, b) => {
      const fewer = new Set(withinDistance(all, Math.min(a, b)));
      const more = new Set(withinDistance(all, Math.max(a, b)));
      for (const place of fewer) expect(more.has(place)).toBe(true);
      expect(withinDistance(all, 64)).toHaveLength(all.numbers.length);
    }),
  );
});

test('the nearest hit is found in whatever order the list is', () => {
  expect(
    nearestDistance(
      hitsOf([
        [1, 9],
        [2, 4],
        [3, 7],
      ]),
    ),
  ).toBe(4);
  expect(nearestDistance(hitsOf([]))).toBeNull();
});

test('a hit says in words how alike it is, and in bits for those who want to know', () => {
  expect([0, 10, 11, 21, 22, 64].map((distance) => alikeWords(distance / 64))).toEqual([
    'very alike',
    'very alike',
    'alike',
    'alike',
    'loosely',
    'loosely',
  ]);
  const { likeness } = hitAt(hitsOf([[1, 30, 2]]), 0);
  expect(alikeWords(30 / 64, likeness)).toBe('same picture');
  expect(alikeWords(30 / 64, 'lookalike')).toBe('looks alike');
  expect(bitsApart(9, 64)).toBe('9 of 64 bits apart');
});

test('the overall list starts well below the half that chance gives, the rows at it', () => {
  expect(firstSimilarLimit(64)).toBe(21);
  expect(firstGroupedLimit(24)).toBe(12);
});

test('the most shared category is the one both are surest of', () => {
  const categories = [
    { name: 'a', gate: 0.5 },
    { name: 'b', gate: 0.5 },
  ];
  expect(mostShared(Float32Array.of(0.9, 0.6), Float32Array.of(0.1, 0.7), categories)).toBe(1);
  expect(mostShared(new Float32Array(0), new Float32Array(0), [])).toBe(null);
});
