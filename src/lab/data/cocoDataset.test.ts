import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COCO_SPLITS } from '../../pipeline/labelled/cocoDataset.ts';
import { CASES, dataFolders, WITHOUT_CASES } from './fixtures/dataFolder.ts';
import { readDataset } from './readDataset.ts';

const folderWith = dataFolders();

function read(folder: string) {
  const said: string[] = [];
  const { photos } = readDataset(folder, (sentence) => said.push(sentence));
  return { photos, said };
}

const labels = (id: number, file_name: string) =>
  JSON.stringify({ images: [{ id, file_name, width: 4, height: 4 }], annotations: [], categories: [] });

test.each([
  ['a path below the data folder', 'images\\train\\a.jpg'],
  ['a path below the folder of pictures', '.\\a.jpg'],
  ['a path of the machine that labelled', 'D:\\work\\a.jpg'],
  ['forward slashes', 'images/train/a.jpg'],
  ['the name alone', 'a.jpg'],
])('the picture is found by %s', (_, written) => {
  const folder = folderWith({ 'annotations/instances_train.json': labels(1, written), 'images/train/a.jpg': '' });
  expect(existsSync(join(folder, read(folder).photos[0]!.file))).toBe(true);
});

test('photos of two files that use the same ids get ids of their own', () => {
  const folder = folderWith({
    'annotations/instances_train_1.json': labels(7, 'a.jpg'),
    'annotations/instances_train_2.json': labels(7, 'b.jpg'),
    'annotations/instances_val.json': labels(8, 'c.jpg'),
    'images/a.jpg': '',
  });
  expect(read(folder).photos.map(({ id }) => id)).toEqual([
    'coco_train_1_000000000007',
    'coco_train_2_000000000007',
    'coco_000000000008',
  ]);
});

test('a split of another name is told which names are looked for', () => {
  const folder = folderWith({ 'annotations/instances_Holiday.json': labels(1, 'a.jpg'), 'images/a.jpg': '' });
  const { photos, said } = read(folder);
  expect(photos.map(({ role }) => role)).toEqual(['other']);
  expect(said).toEqual([
    `${join(folder, 'annotations/instances_Holiday.json')}: its split is named "Holiday", so its photos are neither trained on ` +
      `nor searched nor queries: ${COCO_SPLITS}`,
  ]);
});

test('splits are known in any case', () => {
  const folder = folderWith({
    'annotations/instances_Train.json': `\ufeff${labels(1, 'a.jpg')}`,
    'annotations/instances_Validation.json': labels(2, 'a.jpg'),
    'images/a.jpg': '',
  });
  expect(read(folder).photos.map(({ role }) => role)).toEqual(['train', 'query']);
});

const box = (label: string, difficult = false) => ({ label, x0: 10, y0: 10, x1: 60, y1: 50, difficult });

test.skipIf(!existsSync(CASES)).each(['coco_bom', 'coco_backslash', 'coco_crowd_true', 'coco_negative_width'])(
  `%s is read whole ${WITHOUT_CASES}`,
  (name) => {
    const folder = join(CASES, name);
    const { photos, said } = read(folder);
    const crowd = name === 'coco_crowd_true';
    expect(photos.map(({ role, boxes }) => ({ role, boxes }))).toEqual(
      ['train', 'train', 'query', 'query'].map((role, n) => ({
        role,
        boxes: [n % 2 === 0 ? box('car', crowd) : box('dog')],
      })),
    );
    for (const { file } of photos) expect(existsSync(join(folder, file)), file).toBe(true);
    expect(new Set(photos.map(({ id }) => id)).size).toBe(4);
    expect(said).toEqual(
      name === 'coco_negative_width'
        ? ['train2017', 'val2017'].map(
            (split) =>
              `${join(folder, `annotations/instances_${split}.json`)}: annotations[2] (car, image 0) has the bbox [60,30,-20,20] ` +
              'without area and is left out',
          )
        : [],
    );
  },
);

test.skipIf(!existsSync(CASES))(`coco_two_train_files holds six photos, each its own ${WITHOUT_CASES}`, () => {
  const { photos } = read(join(CASES, 'coco_two_train_files'));
  expect(new Set(photos.map(({ id }) => id)).size).toBe(6);
  expect(photos.map(({ role }) => role)).toEqual(['train', 'train', 'train', 'train', 'query', 'query']);
});

test.skipIf(!existsSync(CASES))(`coco_cvat_default is told which names are looked for ${WITHOUT_CASES}`, () => {
  const { photos, said } = read(join(CASES, 'coco_cvat_default'));
  expect(photos.map(({ role }) => role)).toEqual(['other', 'other']);
  expect(said).toEqual([expect.stringContaining(`its split is named "default"`)]);
});
