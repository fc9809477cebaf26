import { expect, test } from 'vitest';
import { withoutBoxes } from '../labelled/categoryFolders.ts';
import type { LabelledPhoto, PhotoRole } from '../labelled/dataset.ts';
import { MOST_PHOTOS, planOfRead, trainingPlan } from './trainingPlan.ts';

/** So many photos of each category, one category a photo. */
function photosOf(counts: Readonly<Record<string, number>>, role: PhotoRole = 'train'): LabelledPhoto[] {
  return Object.entries(counts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, i) => withoutBoxes(`${role}/${name}/${i}.jpg`, role, [name])),
  );
}

const planOf = (photos: readonly LabelledPhoto[], notes: readonly string[] = []) =>
  trainingPlan('pets', { layout: 'folders', photos }, notes);

test('categories with enough photos are trained, the others are named and their photos stay as what holds none', () => {
  const plan = planOf(photosOf({ cat: 3, dog: 4, newt: 2 }), ['a note']);
  expect(plan.categories).toEqual(['cat', 'dog']);
  expect(plan.photos).toHaveLength(9);
  expect(plan.photos.filter(({ labels }) => labels.length === 0).map(({ path }) => path)).toEqual([
    'train/newt/0.jpg',
    'train/newt/1.jpg',
  ]);
  expect(plan.notes).toEqual(['a note', 'Fewer than 3 photos each, so not trained: newt.']);
});

test('the photos of a test list are left for measuring', () => {
  const plan = planOf([...photosOf({ cat: 3, dog: 3 }), ...photosOf({ cat: 5 }, 'query')]);
  expect(plan.photos).toHaveLength(6);
  expect(() => planOf(photosOf({ cat: 9, dog: 9 }, 'query'))).toThrow(
    'pets has no photos to train on: all of them are in its test list.',
  );
});

test('a folder that nothing can be learned from is told so', () => {
  expect(() => planOf([withoutBoxes('a.jpg', 'train', [])])).toThrow('None of the 1 photos of pets has a label.');
  expect(() => planOf(photosOf({ cat: 50 }))).toThrow('pets has one category alone, cat.');
  expect(() => planOf(photosOf({ cat: 50, dog: 2 }))).toThrow('pets has too few photos');
  expect(() => planOf(photosOf(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, 3]))))).toThrow(
    'pets has 101 categories; at most 100 can be trained at a time.',
  );
});

test('of more photos than fit some are drawn, the same each time', () => {
  const photos = photosOf({ cat: MOST_PHOTOS, dog: 40 });
  const plan = planOf(photos);
  expect(plan.photos).toHaveLength(MOST_PHOTOS);
  expect(plan.photos).toEqual(planOf(photos).photos);
  const order = new Map(photos.map(({ file }, i) => [file, i]));
  const places = plan.photos.map(({ path }) => order.get(path)!);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(plan.notes).toEqual(['2000 of 2040 photos were drawn: more do not fit.']);
});

test('photos that cannot be read take their category with them, and too few are no training', () => {
  const plan = planOf(photosOf({ cat: 3, dog: 3, newt: 3 }));
  const read = plan.photos.filter(({ path }) => !path.includes('newt'));
  expect(planOfRead(plan, read)).toMatchObject({ categories: ['cat', 'dog'], photos: read });
  expect(() => planOfRead(plan, plan.photos.slice(0, 3))).toThrow(
    'Of the 9 photos of pets only 3 could be read, too few to train on.',
  );
});
