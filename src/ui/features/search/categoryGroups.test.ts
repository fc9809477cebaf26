import { expect, test } from 'vitest';
import { categoryGroups, OTHER_GROUP } from './categoryGroups.ts';

const OFFERED = [
  { name: 'person', group: 'people', index: 14, count: 3 },
  { name: 'cup', group: 'kitchen', index: 46, count: 4 },
  { name: 'bowl', group: 'kitchen', index: 50, count: 9 },
  { name: 'our cat', group: OTHER_GROUP, index: 80, count: 50 },
  { name: 'sofa', group: 'furniture', index: 17, count: 4 },
];

const names = (words: string) =>
  categoryGroups(OFFERED, words).map(({ name, categories }) => [name, ...categories.map((one) => one.name)].join(' '));

test('groups come by their photos and categories in them by theirs; what has no group comes last', () => {
  expect(names('')).toEqual(['kitchen bowl cup', 'furniture sofa', 'people person', 'other our cat']);
});

test('a category is found by its name, by another word for it and by its group', () => {
  expect(names(' Bow ')).toEqual(['kitchen bowl']);
  expect(names('couch')).toEqual(['furniture sofa']);
  expect(names('kitch')).toEqual(['kitchen bowl cup']);
  expect(names('zebra')).toEqual([]);
});
