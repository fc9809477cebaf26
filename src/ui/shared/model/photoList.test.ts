import { expect, test } from 'vitest';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { categoryCounts, chipState, filteredPhotos, NO_FILTER, nextFilter, sortedPhotos } from './photoList.ts';

const categories = [
  { name: 'bicycle', gate: 0.5 },
  { name: 'cat', gate: 0.3 },
];

function photo(name: string, lastModified: number, ...probabilities: number[]): PhotoSummary {
  return {
    id: name,
    name,
    path: name,
    width: 4,
    height: 3,
    size: 10,
    lastModified,
    addedAt: 0,
    takenAt: 1,
    camera: null,
    favourite: false,
    pictured: true,
    probabilities: Float32Array.from(probabilities),
  };
}

const photos = [photo('b10', 3, 0.9, 0.9), photo('b9', 1, 0.9, 0.1), photo('a', 2, 0.1, 0.9), photo('c', 2, 0, 0)];
const names = (list: readonly PhotoSummary[]) => list.map((one) => one.name);

test('a chip goes from off to include to exclude and back to off', () => {
  const included = nextFilter(NO_FILTER, 'cat');
  expect(chipState(included, 'cat')).toBe('include');
  const excluded = nextFilter(included, 'cat');
  expect(chipState(excluded, 'cat')).toBe('exclude');
  expect(nextFilter(excluded, 'cat')).toEqual(NO_FILTER);
});

test('included categories must all be there and excluded ones must not', () => {
  expect(names(filteredPhotos(photos, categories, { include: ['bicycle', 'cat'], exclude: [] }))).toEqual(['b10']);
  expect(names(filteredPhotos(photos, categories, { include: ['bicycle'], exclude: ['cat'] }))).toEqual(['b9']);
  expect(names(filteredPhotos(photos, categories, { include: [], exclude: ['bicycle', 'cat'] }))).toEqual(['c']);
});

test('an empty answer stays empty: an unknown category matches no photo', () => {
  expect(filteredPhotos(photos, categories, { include: ['carrot'], exclude: [] })).toEqual([]);
});

test('photos sort by time both ways and by name with numbers as numbers', () => {
  expect(names(sortedPhotos(photos, 'newest'))).toEqual(['b10', 'a', 'c', 'b9']);
  expect(names(sortedPhotos(photos, 'oldest'))).toEqual(['b9', 'a', 'c', 'b10']);
  expect(names(sortedPhotos(photos, 'name'))).toEqual(['a', 'b9', 'b10', 'c']);
});

test('sorting leaves the given list as it was', () => {
  const before = [...photos];
  sortedPhotos(photos, 'name');
  expect(photos).toEqual(before);
});

test('counts are the photos at or above each gate', () => {
  expect(categoryCounts(photos, categories)).toEqual([2, 2]);
});
