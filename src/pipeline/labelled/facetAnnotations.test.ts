import { expect, test } from 'vitest';
import { packedBoxes } from './dataset.ts';
import { parseFacetAnnotations } from './facetAnnotations.ts';

const entry = {
  id: 'a',
  file: 'images/a.jpg',
  width: 384,
  height: 256,
  origWidth: 500,
  role: 'query',
  labels: ['car'],
  boxes: [
    { label: 'car', x: 10, y: 20, w: 30, h: 40 },
    { label: 'person', x: 0, y: 0, w: 5, h: 5, difficult: 1 },
  ],
  difficultLabels: ['person'],
};
const said: string[] = [];
const read = (text: string) => parseFacetAnnotations('annotations.json', text, (sentence) => said.push(sentence));
const parsed = (...entries: unknown[]) => read(JSON.stringify(entries));

test('an entry becomes a photo with corners instead of sides', () => {
  const [photo] = parsed(entry);
  expect(photo).toEqual({
    id: 'a',
    file: 'images/a.jpg',
    width: 384,
    height: 256,
    role: 'query',
    labels: ['car'],
    difficultLabels: ['person'],
    boxes: [
      { label: 'car', x0: 10, y0: 20, x1: 40, y1: 60, difficult: false },
      { label: 'person', x0: 0, y0: 0, x1: 5, y1: 5, difficult: true },
    ],
  });
  expect([...packedBoxes(photo!.boxes)]).toEqual([10, 20, 40, 60, 0, 0, 5, 5]);
});

test('difficult labels and role may be missing, and an unknown role is kept out of the known ones', () => {
  const { difficultLabels: _, role: __, ...bare } = entry;
  expect(parsed(bare)[0]).toMatchObject({ difficultLabels: [], role: 'other' });
  expect(parsed({ ...entry, role: 'final' })[0]).toMatchObject({ role: 'other' });
});

test('a box without area is named and left out, and the labels stand', () => {
  const boxes = [
    { label: 'car', x: 1, y: 1, w: 0, h: 2 },
    { label: 'car', x: 9, y: 1, w: -4, h: 2 },
  ];
  said.splice(0);
  expect(parsed({ ...entry, boxes })[0]).toMatchObject({ labels: ['car'], boxes: [] });
  expect(said).toEqual([
    'annotations.json: entry 0 (a): box 0 (car) is 0 × 2 pixels, without area, and is left out',
    'annotations.json: entry 0 (a): box 1 (car) is -4 × 2 pixels, without area, and is left out',
  ]);
});

test('a byte order mark and other spellings of a category are understood', () => {
  expect(read(`\ufeff${JSON.stringify([{ ...entry, labels: ['Car', 'Couch', 'car'] }])}`)[0]!.labels).toEqual([
    'car',
    'sofa',
  ]);
});

test('the first misfit is named by file, entry and field', () => {
  expect(() => read('[{')).toThrow(/^annotations\.json: not JSON \(/);
  expect(() => read('{}')).toThrow('annotations.json: got {}, wanted an array');
  expect(() => parsed(3)).toThrow('annotations.json: entry 0: got 3, wanted an object');
  expect(() => parsed({ ...entry, id: '' })).toThrow('annotations.json: entry 0: id is "", wanted a string');
  expect(() => parsed(entry, entry)).toThrow('annotations.json: entry 1 (a): this id was there before');
  expect(() => parsed({ ...entry, width: '3' })).toThrow(
    'annotations.json: entry 0 (a): width is "3", wanted a number',
  );
  expect(() => parsed({ ...entry, height: 0 })).toThrow(
    'annotations.json: entry 0 (a): height is 0, wanted a positive number',
  );
  expect(() => parsed({ ...entry, labels: [1] })).toThrow(
    'annotations.json: entry 0 (a): labels[0]: got 1, wanted a string',
  );
  expect(() => parsed({ ...entry, boxes: undefined })).toThrow(
    'annotations.json: entry 0 (a): boxes: got nothing, wanted an array',
  );
  expect(() => parsed({ ...entry, boxes: [{ label: 'car', x: 1, y: 1, w: 1 }] })).toThrow(
    'annotations.json: entry 0 (a): box 0: h is nothing, wanted a number',
  );
});
