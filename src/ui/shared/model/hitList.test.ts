import { expect, test } from 'vitest';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import {
  distanceText,
  firstGroupedLimit,
  firstSimilarLimit,
  mostShared,
  photoHits,
  sortedHits,
  withinDistance,
} from './hitList.ts';

function photo(id: string, lastModified: number): PhotoSummary {
  const probabilities = new Float32Array(0);
  return {
    id,
    name: id,
    path: id,
    width: 1,
    height: 1,
    size: 1,
    lastModified,
    addedAt: 0,
    pictured: true,
    probabilities,
  };
}

const photos = new Map([photo('a', 2), photo('b', 3), photo('c', 1)].map((one) => [one.id, one]));
const hits = photoHits(
  [
    { id: 'a', distance: 4, probability: 0.5, likeness: 'other' },
    { id: 'gone', distance: 1, probability: 1, likeness: 'other' },
    { id: 'b', distance: 9, probability: 0.9, likeness: 'other' },
    { id: 'c', distance: 4, probability: 0.8, likeness: 'other' },
  ],
  photos,
);
const ids = (list: typeof hits) => list.map(({ hit }) => hit.id);

test('a hit whose photo was removed is dropped', () => {
  expect(ids(hits)).toEqual(['a', 'b', 'c']);
});

test('the threshold is inclusive', () => {
  expect(ids(withinDistance(hits, 4))).toEqual(['a', 'c']);
  expect(withinDistance(hits, 3)).toEqual([]);
});

test('a hit says how far away it is, or that it is the query in another shape', () => {
  const [first] = hits;
  const text = (likeness: 'samePicture' | 'lookalike' | 'other') => distanceText({ ...first!.hit, likeness });
  expect([text('samePicture'), text('lookalike'), text('other')]).toEqual(['same picture', 'looks alike', '4 bits']);
});

test('what looks like the query stays, however far its edit moved the code', () => {
  const edited = hits.map((one) => ({
    ...one,
    hit: { ...one.hit, likeness: one.hit.id === 'b' ? ('lookalike' as const) : ('other' as const) },
  }));
  expect(ids(withinDistance(edited, 3))).toEqual(['b']);
});

test('best match is the order of the answer, the others go by time', () => {
  expect(ids(sortedHits(hits, 'best'))).toEqual(['a', 'b', 'c']);
  expect(ids(sortedHits(hits, 'newest'))).toEqual(['b', 'a', 'c']);
  expect(ids(sortedHits(hits, 'oldest'))).toEqual(['c', 'a', 'b']);
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
