import { expect, test } from 'vitest';
import type { LabelledPhoto, PhotoRole } from '../../pipeline/labelled/dataset.ts';
import type { Dataset } from '../data/readDataset.ts';
import { selectPhotos } from './selectPhotos.ts';

const photo = (id: string, role: PhotoRole, labels: string[] = ['car']): LabelledPhoto => ({
  id,
  role,
  labels,
  file: `${id}.jpg`,
  width: 1,
  height: 1,
  difficultLabels: [],
  boxes: [],
});
const dataset = (folder: string, ...photos: LabelledPhoto[]): Dataset => ({ folder, layout: 'facet', photos });
const ids = (photos: readonly { photo: LabelledPhoto }[]) => photos.map(({ photo: { id } }) => id);
const data = dataset(
  'A',
  photo('t1', 'train'),
  photo('q1', 'query'),
  photo('t2', 'train'),
  photo('e1', 'extra', ['giraffe']),
  photo('e2', 'extra'),
);

test('train photos are searched by query photos', () => {
  const selection = selectPhotos(data, null, ['car'], Infinity);
  expect([ids(selection.database), ids(selection.queries)]).toEqual([['t1', 't2'], ['q1']]);
});

test('with a folder of queries, all its photos search train and query photos of the data', () => {
  const selection = selectPhotos(data, dataset('B', photo('b1', 'train'), photo('b2', 'other')), ['car'], Infinity);
  expect([ids(selection.database), ids(selection.queries)]).toEqual([
    ['t1', 'q1', 't2'],
    ['b1', 'b2'],
  ]);
  expect(selection.queries.map(({ folder }) => folder)).toEqual(['B', 'B']);
});

test('only extra photos without any of the categories are distractors', () => {
  expect(ids(selectPhotos(data, null, ['car'], Infinity).distractors)).toEqual(['e1']);
});

test('a limit takes the same sample each time, in the order of the file', () => {
  const many = dataset('A', ...Array.from({ length: 50 }, (_, n) => photo(String(n), n % 2 ? 'train' : 'query')));
  const first = selectPhotos(many, null, ['car'], 7);
  expect([first.database.length, first.queries.length]).toEqual([7, 7]);
  expect(first).toEqual(selectPhotos(many, null, ['car'], 7));
  expect(ids(first.database)).toEqual(ids(first.database).sort((a, b) => Number(a) - Number(b)));
});

test('a folder with nobody to search or to be searched is named', () => {
  expect(() => selectPhotos(dataset('A', photo('q', 'query')), null, ['car'], 9)).toThrow(
    'A has no photos of role train, so there is no database',
  );
  expect(() => selectPhotos(dataset('A', photo('t', 'train')), null, ['car'], 9)).toThrow(
    'A has no photos of role query, so there are no queries',
  );
  expect(() => selectPhotos(dataset('A', photo('t', 'train')), dataset('B'), ['car'], 9)).toThrow(
    'B has no photos at all, so there are no queries',
  );
});

test.each([
  ['coco', 'names that begin with train (instances_train2017.json)'],
  ['pascal-voc', 'ImageSets/Main/test.txt'],
  ['facet', 'the field "role"'],
] as const)('a folder in the layout %s is told how roles are said there', (layout, how) => {
  const none = { ...dataset('A', photo('o', 'other')), layout };
  expect(() => selectPhotos(none, null, ['car'], 9)).toThrow(how);
});
