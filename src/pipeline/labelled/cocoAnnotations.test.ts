import { beforeEach, expect, test } from 'vitest';
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
const said: string[] = [];
beforeEach(() => void said.splice(0));
const parsed = (root: unknown) =>
  parseCocoInstances(JSON.stringify(root), {
    source: 'instances.json',
    role: 'query',
    pictureOf: (written) => `val2017/${written}`,
    say: (sentence) => said.push(sentence),
  });
/** The good file with these annotations of its first photo. */
const withAnnotations = (...annotations: object[]) =>
  parsed({ ...good, annotations: annotations.map((entry) => ({ image_id: 9, category_id: 63, ...entry })) })[0]!;

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

test('case and separators do not matter, and what VOC does not have keeps its words', () => {
  const written = [
    'Person',
    'Dining_Table',
    'dining-table',
    'TV/monitor',
    ' Potted  Plant ',
    'AEROPLANE',
    'Motor Bike',
  ];
  expect(written.map(canonicalCategory)).toEqual([
    'person',
    'diningtable',
    'diningtable',
    'tvmonitor',
    'pottedplant',
    'aeroplane',
    'motorbike',
  ]);
  expect(canonicalCategory('Traffic  Light')).toBe('traffic light');
});

test('misfits are named by file, list and place', () => {
  expect(() => parsed([])).toThrow('instances.json: got [], wanted an object');
  expect(() => parsed({ ...good, images: null })).toThrow('instances.json: images: got null, wanted an array');
  expect(() => parsed({ ...good, categories: [] })).toThrow(
    'instances.json: annotations[0]: category_id is 63, which is not among the categories',
  );
  expect(() => parsed({ ...good, images: [good.images[0], good.images[0]] })).toThrow(
    'instances.json: images[1]: id 9 was there before',
  );
});

test.each([1, true, '1', 'true'])('a crowd is a crowd, written as %j', (iscrowd) => {
  expect(withAnnotations({ bbox: [1, 2, 3, 4], iscrowd })).toMatchObject({ labels: [], difficultLabels: ['sofa'] });
});

test.each([0, false, '0', null, undefined])('%j is no crowd', (iscrowd) => {
  expect(withAnnotations({ bbox: [1, 2, 3, 4], iscrowd })).toMatchObject({ labels: ['sofa'], difficultLabels: [] });
});

test.each([
  [[60, 30, -20, 20], 'the bbox [60,30,-20,20] without area'],
  [[1, 1, 0, 5], 'the bbox [1,1,0,5] without area'],
  [[], 'no bbox'],
  [undefined, 'no bbox'],
  [[1], 'the bbox [1], wanted four numbers x, y, w, h,'],
  [['1', 1, 2, 2], 'the bbox ["1",1,2,2], wanted four numbers x, y, w, h,'],
])('a box of %j is named and left out, and its category counts neither way', (bbox, reason) => {
  expect(withAnnotations({ bbox })).toMatchObject({ labels: [], difficultLabels: ['sofa'], boxes: [] });
  expect(said).toEqual([`instances.json: annotations[0] (sofa, image 9) has ${reason} and is left out`]);
});

test('ids may be text, as some tools write them', () => {
  const text = {
    images: [{ id: 'a-1', file_name: 'a.jpg', width: 4, height: 4 }],
    categories: [{ id: '3', name: 'TV' }],
    annotations: [{ image_id: 'a-1', category_id: '3', bbox: [0, 0, 2, 2] }],
  };
  expect(parsed(text)).toMatchObject([{ id: 'coco_000000000a-1', labels: ['tvmonitor'] }]);
});
