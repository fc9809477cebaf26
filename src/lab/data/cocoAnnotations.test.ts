import { expect, test } from 'vitest';
import { canonicalCategory, VOC_CATEGORIES } from './categoryNames.ts';
import { parseCocoInstances } from './cocoAnnotations.ts';

const good = {
  images: [
    { id: 9, file_name: '000000000009.jpg', width: 640, height: 480 },
    { id: 25, file_name: '000000000025.jpg', width: 10, height: 10 },
  ],
  categories: [
    { id: 63, name: 'couch' },
    { id: 25, name: 'giraffe' },
  ],
  annotations: [
    { image_id: 9, category_id: 63, bbox: [1, 2, 3, 4], iscrowd: 0 },
    { image_id: 9, category_id: 25, bbox: [0, 0, 9, 9], iscrowd: 1 },
  ],
};
const parsed = (root: unknown) => parseCocoInstances('instances.json', JSON.stringify(root), 'val2017', 'query');

test('boxes find their photo, aliases their VOC name, and a crowd is difficult', () => {
  const [first, second] = parsed(good);
  expect(first).toEqual({
    id: 'coco_000000000009',
    file: 'val2017/000000000009.jpg',
    width: 640,
    height: 480,
    role: 'query',
    labels: ['sofa'],
    difficultLabels: ['giraffe'],
    boxes: [
      { label: 'sofa', x0: 1, y0: 2, x1: 4, y1: 6, difficult: false },
      { label: 'giraffe', x0: 0, y0: 0, x1: 9, y1: 9, difficult: true },
    ],
  });
  expect(second).toMatchObject({ labels: [], boxes: [] });
});

test('every name that COCO gives to a VOC category leads to it', () => {
  const coco = [
    'airplane',
    'bicycle',
    'bird',
    'boat',
    'bottle',
    'bus',
    'car',
    'cat',
    'chair',
    'cow',
    'dining table',
    'dog',
    'horse',
    'motorcycle',
    'person',
    'potted plant',
    'sheep',
    'couch',
    'train',
    'tv',
  ];
  expect(coco.map(canonicalCategory)).toEqual([...VOC_CATEGORIES]);
  expect(canonicalCategory('Giraffe')).toBe('giraffe');
});

test('misfits are named by file, list and place', () => {
  expect(() => parsed([])).toThrow('instances.json: got [], wanted an object');
  expect(() => parsed({ ...good, images: null })).toThrow('instances.json: images: got null, wanted an array');
  expect(() => parsed({ ...good, categories: [] })).toThrow(
    'instances.json: annotations[0]: category_id is 63, which is not among the categories',
  );
  expect(() => parsed({ ...good, annotations: [{ image_id: 9, category_id: 63, bbox: [1] }] })).toThrow(
    'instances.json: annotations[0]: bbox is [1], wanted four numbers x, y, w, h',
  );
});
