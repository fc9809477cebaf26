import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';
import { folderFigures } from './folderFigures.ts';
import type { RecordedPhoto } from './measuredRecord.ts';

const CATEGORIES = ['cat', 'dog'].map((name, n) => ({ category: { name, gate: 0.5 }, index: n + 1 }));

/** The network has a third category first, which nobody asks about. @param bits of the semantic code that are set */
function recorded(
  file: string,
  labels: readonly string[],
  [cat, dog]: readonly [cat: number, dog: number],
  bits: number,
  further: Partial<Pick<LabelledPhoto, 'boxes' | 'difficultLabels'>> & Pick<RecordedPhoto, 'frame'> = { frame: null },
): RecordedPhoto {
  const { frame, ...own } = further;
  return {
    id: `id of ${file}`,
    frame,
    photo: { id: file, file, width: 100, height: 50, role: 'query', labels, difficultLabels: [], boxes: [], ...own },
    record: {
      probabilities: Float32Array.of(0.99, cat, dog),
      semanticCode: Uint32Array.of(2 ** bits - 1, 0),
      categoryCodes: new Uint32Array(3),
      winnerBoxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 1, 0.5, 0, 1, 1)),
    },
  };
}

const photos = [
  recorded('a.jpg', ['cat'], [0.9, 0.1], 0),
  recorded('b.jpg', ['cat'], [0.3, 0.6], 1),
  recorded('c.jpg', ['dog'], [0.2, 0.8], 8),
  recorded('d.jpg', ['dog'], [0.6, 0.7], 9),
];

test('hand-worked: ranking, gate and what is taken for what', () => {
  const figures = folderFigures(CATEGORIES, 32, photos);
  const [cat, dog] = figures.categories;
  // Cats rank a, d, b, c; dogs c, d, b, a.
  expect(cat).toMatchObject({ name: 'cat', photos: 2, gate: 0.5 });
  expect(cat?.ap).toBeCloseTo((1 + 2 / 3) / 2, 6);
  expect(dog?.ap).toBe(1);
  expect([cat?.precision.value, cat?.recall.value]).toEqual([0.5, 0.5]);
  expect(dog?.precision.value).toBeCloseTo(2 / 3, 12);
  expect(dog?.recall.value).toBe(1);
  expect(figures.map).toBeCloseTo(((1 + 2 / 3) / 2 + 1) / 2, 6);
  expect(figures.confusions).toEqual([
    { truth: 'cat', said: 'cat', photos: [0] },
    { truth: 'cat', said: 'dog', photos: [1] },
    { truth: 'cat', said: null, photos: [1] },
    { truth: 'dog', said: 'cat', photos: [3] },
    { truth: 'dog', said: 'dog', photos: [2, 3] },
  ]);
});

test('photos search each other and do not find themselves; the worst come first, with their first answers', () => {
  const figures = folderFigures(CATEGORIES, 32, photos);
  expect(figures.semantic).toEqual({ map: 1, ndcg100: 1, queries: 4 });
  expect(figures.worst).toEqual([]);
  const [stranger, ...rest] = folderFigures(CATEGORIES, 32, [
    ...photos,
    recorded('e.jpg', ['cat'], [0.9, 0.1], 10),
  ]).worst;
  // It lies behind both dogs of its way to the cats.
  expect(stranger).toMatchObject({ photo: 4, first: [3, 2, 1, 0] });
  expect(stranger?.ap).toBeCloseTo((1 / 3 + 2 / 4) / 2, 12);
  expect(rest.every(({ ap }) => ap > 0.5)).toBe(true);
});

test('a photo shows what is said and what is there, surest first, with the box that won', () => {
  expect(folderFigures(CATEGORIES, 32, photos).photos[1]).toEqual({
    path: 'b.jpg',
    id: 'id of b.jpg',
    labels: ['cat'],
    said: [
      { category: 'dog', probability: Math.fround(0.6), held: true, box: { x0: 0.5, y0: 0, x1: 1, y1: 1 } },
      { category: 'cat', probability: Math.fround(0.3), held: false, box: { x0: 0, y0: 0, x1: 0.5, y1: 1 } },
    ],
  });
});

test('boxes are judged where the labels have some, in the frame of the stored file', () => {
  expect(folderFigures(CATEGORIES, 32, photos).boxes).toBeNull();
  const box = { label: 'cat', x0: 50, y0: 0, x1: 100, y1: 50, difficult: false };
  const turned = (orientation: 1 | 3) =>
    recorded('x.jpg', ['cat'], [0.9, 0.1], 0, { boxes: [box], frame: { width: 100, height: 50, orientation } });
  // The winner is the upright photo's left half: of a photo that is stored upside down, the stored right half.
  expect(folderFigures(CATEGORIES, 32, [turned(1), photos[2]!]).boxes?.corloc).toMatchObject({ value: 0, of: 1 });
  expect(folderFigures(CATEGORIES, 32, [turned(3), photos[2]!]).boxes?.corloc).toMatchObject({ value: 1, of: 1 });
});

test('a category that is only difficult in a photo counts neither way', () => {
  const difficult = recorded('x.jpg', ['cat'], [0.9, 0.9], 0, { difficultLabels: ['dog'], frame: null });
  const { categories, confusions } = folderFigures(CATEGORIES, 32, [...photos, difficult]);
  expect(categories[1]?.precision.of).toBe(3);
  expect(confusions.find(({ truth, said }) => truth === 'cat' && said === 'dog')?.photos).toEqual([1]);
});
