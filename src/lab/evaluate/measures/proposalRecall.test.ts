import { expect, test } from 'vitest';
import { pixelBoxes } from '../../../base/image/box.ts';
import { proposalRecall } from './proposalRecall.ts';

const boxes = (...coords: number[]) => pixelBoxes(Float32Array.from(coords));

// Object A (0,0,10,10): the first box covers 10×8 of it, IoU 80/100 = 0.8; the second is A itself, IoU 1.
// Object B (20,0,30,10): the first box misses it; the second too; the third covers 6 of its 10 columns, IoU 0.6.
const first = {
  proposals: boxes(0, 0, 10, 8, 0, 0, 10, 10, 20, 0, 26, 10),
  objects: boxes(0, 0, 10, 10, 20, 0, 30, 10),
};
// Object C (0,0,4,4) against (2,0,6,4): 8 of 24 pixels, IoU 1/3.
const second = { proposals: boxes(2, 0, 6, 4), objects: boxes(0, 0, 4, 4) };

test('recall at one box counts only each photo’s first', () => {
  const recall = proposalRecall([first, second], 1);
  // Best overlaps 0.8, 0, 1/3.
  expect(recall.objects).toBe(3);
  expect(recall.recall50).toBeCloseTo(1 / 3, 12);
  expect(recall.recall70).toBeCloseTo(1 / 3, 12);
  expect(recall.recall80).toBeCloseTo(1 / 3, 12);
  expect(recall.abo).toBeCloseTo((0.8 + 0 + 1 / 3) / 3, 12);
  expect(recall.ar).toBeCloseTo(0.6 / 3, 12);
});

test('recall at three boxes takes the best of them', () => {
  const recall = proposalRecall([first, second], 3);
  // Best overlaps 1, 0.6, 1/3.
  expect(recall.recall50).toBeCloseTo(2 / 3, 12);
  expect(recall.recall70).toBeCloseTo(1 / 3, 12);
  expect(recall.abo).toBeCloseTo((1 + 0.6 + 1 / 3) / 3, 12);
  expect(recall.ar).toBeCloseTo((1 + 0.2 + 0) / 3, 12);
});

test('an object that no box meets counts as missed, a photo without objects does not count', () => {
  const none = { proposals: boxes(), objects: boxes(0, 0, 4, 4) };
  const empty = { proposals: boxes(0, 0, 4, 4), objects: boxes() };
  expect(proposalRecall([none, empty], 100)).toEqual({
    objects: 1,
    recall50: 0,
    recall70: 0,
    recall80: 0,
    abo: 0,
    ar: 0,
  });
  expect(proposalRecall([empty], 100).recall50).toBe(0);
});
