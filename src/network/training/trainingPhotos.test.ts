import { expect, test } from 'vitest';
import { rowsOf, trainingLabels } from './trainingPhotos.ts';

const photos = [
  { labels: ['cat', 'sofa'], difficultLabels: ['dog'] },
  { labels: ['dog'], difficultLabels: ['dog', 'sofa'] },
];

test('a label is 1, a category of difficult objects alone does not count, all else counts as absent', () => {
  const { labels, counted } = trainingLabels(photos, ['cat', 'dog', 'sofa']);
  expect([...labels]).toEqual([1, 0, 1, 0, 1, 0]);
  expect([...counted]).toEqual([1, 0, 1, 1, 1, 0]);
});

test('labels outside the vocabulary are left out', () => {
  expect([...trainingLabels(photos, ['bird']).labels]).toEqual([0, 0]);
});

test('rows are taken in the order asked for, also twice', () => {
  expect([...rowsOf(Float32Array.of(1, 2, 3, 4, 5, 6), 2, [2, 0, 2])]).toEqual([5, 6, 1, 2, 5, 6]);
});
