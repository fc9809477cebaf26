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
const parsed = (...entries: unknown[]) => parseFacetAnnotations('annotations.json', JSON.stringify(entries));

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

test('a box that rounding has made empty is kept: it overlaps nothing and stops nobody', () => {
  const box = { label: 'car', x: 1, y: 1, w: 0, h: 2 };
  expect(parsed({ ...entry, boxes: [box] })[0]!.boxes).toEqual([
    { label: 'car', x0: 1, y0: 1, x1: 1, y1: 3, difficult: false },
  ]);
});

test('the first misfit is named by file, entry and field', () => {
  expect(() => parseFacetAnnotations('annotations.json', '[{')).toThrow(/^annotations\.json: not JSON \(/);
  expect(() => parseFacetAnnotations('annotations.json', '{}')).toThrow('annotations.json: got {}, wanted an array');
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
  expect(() => parsed({ ...entry, boxes: [{ label: 'car', x: 1, y: 1, w: -1, h: 2 }] })).toThrow(
    'annotations.json: entry 0 (a): box 0: w is -1, wanted a number from 0',
  );
  expect(() => parsed({ ...entry, boxes: [{ label: 'car', x: 1, y: 1, w: 1 }] })).toThrow(
    'annotations.json: entry 0 (a): box 0: h is nothing, wanted a number',
  );
});
