import { expect, test } from 'vitest';
import { dataFolders } from './fixtures/dataFolder.ts';
import { readDataset } from './readDataset.ts';

const folderWith = dataFolders();
const roles = (folder: string) => Object.fromEntries(readDataset(folder).photos.map(({ id, role }) => [id, role]));

const voc = '<annotation><size><width>4</width><height>4</height></size></annotation>';
const coco = (id: number) =>
  JSON.stringify({ images: [{ id, file_name: 'a.jpg', width: 4, height: 4 }], annotations: [], categories: [] });

test('a folder with annotations.json is read as our own', () => {
  const entry = { id: 'a', file: 'a.jpg', width: 4, height: 4, role: 'train', labels: [], boxes: [] };
  const dataset = readDataset(folderWith({ 'annotations.json': JSON.stringify([entry]) }));
  expect([dataset.layout, dataset.photos.length]).toEqual(['facet', 1]);
});

test('in the PASCAL VOC layout the test list holds the queries, or without one the val list', () => {
  const files = { 'Annotations/1.xml': voc, 'Annotations/2.xml': voc, 'Annotations/3.xml': voc };
  expect(roles(folderWith({ ...files, 'ImageSets/Main/test.txt': '2\n', 'ImageSets/Main/val.txt': '3\n' }))).toEqual({
    1: 'train',
    2: 'query',
    3: 'train',
  });
  expect(roles(folderWith({ ...files, 'ImageSets/Main/val.txt': '3\n' }))).toEqual({
    1: 'train',
    2: 'train',
    3: 'query',
  });
});

test('in the COCO layout val photos are queries and the picture folder is found', () => {
  const folder = folderWith({
    'annotations/instances_train2017.json': coco(1),
    'annotations/instances_val2017.json': coco(2),
    'images/train2017/a.jpg': '',
    'val2017/a.jpg': '',
  });
  expect(roles(folder)).toEqual({ coco_000000000001: 'train', coco_000000000002: 'query' });
  expect(readDataset(folder).photos.map(({ file }) => file)).toEqual(['images/train2017/a.jpg', 'val2017/a.jpg']);
});

test('a missing folder, a folder without labels and COCO labels without pictures are named', () => {
  expect(() => readDataset('/nowhere/at/all')).toThrow('there is no folder /nowhere/at/all');
  const empty = folderWith({});
  expect(() => readDataset(empty)).toThrow(
    `${empty} has no annotations.json (Facet), no Annotations/*.xml (PASCAL VOC), no annotations/instances_*.json (COCO), no table`,
  );
  const bare = folderWith({ 'annotations/instances_val2017.json': coco(1) });
  expect(() => readDataset(bare)).toThrow(
    `${bare} has instances_val2017.json but none of the folders val2017, images/val2017, images`,
  );
});

test('folders that are named after categories, and a table, are read from the disk, too', () => {
  const folders = readDataset(folderWith({ 'val/cats/a.jpg': '', 'train/dogs/b.jpg': '' }));
  expect([folders.layout, folders.photos.map(({ id, role }) => [id, role])]).toEqual([
    'folders',
    [
      ['train/dogs/b.jpg', 'train'],
      ['val/cats/a.jpg', 'query'],
    ],
  ]);
  const table = readDataset(folderWith({ 'labels.csv': 'file,label\nimages/a.jpg,Cat\n', 'images/a.jpg': '' }));
  expect([table.layout, table.photos.map(({ file, labels }) => [file, labels])]).toEqual([
    'csv',
    [['images/a.jpg', ['cat']]],
  ]);
});
