import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import { boxCount, boxIou } from '../../base/image/box.ts';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import type { HeadMaps } from '../../gpu/kernels/detectorEvidence/detectorEvidence.reference.ts';
import { createBackbone } from './backbone.ts';
import { DETECTOR, detectorBoxes, detectorProposals } from './detectorBoxes.ts';
import { syntheticImage } from './fixtures/syntheticImage.ts';
import { NANODET_G } from './nanodetG.ts';

/** A head that says nothing anywhere. */
function silentHead(height: number, width: number): HeadMaps {
  return {
    height,
    width,
    scores: new Float32Array(height * width * 80).fill(-20),
    boxes: new Float32Array(height * width * 44),
  };
}

/** Puts all the weight of one side's distribution on one bin. */
function setDistances(head: HeadMaps, cell: number, bins: readonly number[]): void {
  bins.forEach((bin, side) => {
    head.boxes[cell * 44 + side * 11 + bin] = 60;
  });
}

test('a box reaches from the middle of its cell as far as the distributions say', () => {
  const head = silentHead(10, 20);
  // Cell (row 4, column 6); 2 left, 1 up, 3 right, 4 down, in cells of 1/20 and 1/10 of the photo.
  const cell = 4 * 20 + 6;
  setDistances(head, cell, [2, 1, 3, 4]);
  head.scores[cell * 80 + 17] = 0;
  const { boxes, scores } = detectorBoxes([head], 400, 100, 10);
  expect([...scores]).toEqual([0.5]);
  [90, 35, 190, 85].forEach((wanted, i) => expect(boxes[i]).toBeCloseTo(wanted, 3));
});

test('an undecided distribution gives its mean', () => {
  const head = silentHead(32, 32);
  const cell = 16 * 32 + 16;
  // Two bins equally likely: 2 and 6, so 4.
  for (let side = 0; side < 4; side++) for (const bin of [2, 6]) head.boxes[cell * 44 + side * 11 + bin] = 60;
  head.scores[cell * 80] = 3;
  const { boxes } = detectorBoxes([head], 32, 32, 10);
  [12.5, 12.5, 20.5, 20.5].forEach((wanted, i) => expect(boxes[i]).toBeCloseTo(wanted, 3));
});

test('boxes end at the edge of the photo', () => {
  const head = silentHead(4, 4);
  setDistances(head, 0, [10, 10, 10, 10]);
  head.scores[0] = 2;
  expect([...detectorBoxes([head], 64, 48, 10).boxes]).toEqual([0, 0, 64, 48]);
});

test('doubles within a class go, and near doubles across classes too; the stronger stays', () => {
  const head = silentHead(20, 20);
  const [first, second, third] = [10 * 20 + 9, 10 * 20 + 10, 10 * 20 + 11];
  for (const cell of [first, second, third]) setDistances(head, cell, [5, 5, 5, 5]);
  head.scores[first * 80 + 3] = 1;
  head.scores[second * 80 + 3] = 2; // the same class one cell further: IoU 0.82
  head.scores[third * 80 + 8] = 0; // another class: IoU with the strongest 0.82, kept
  head.scores[second * 80 + 9] = -1; // another class, the same box: goes
  const { boxes, scores } = detectorBoxes([head], 200, 200, 10);
  expect(boxCount(boxes)).toBe(2);
  expect(scores[0]).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  expect(scores[1]).toBe(0.5);
});

test('real heads give distinct boxes inside the photo, strongest first, at most the limit', async () => {
  await tf.setBackend('wasm');
  const backbone = createBackbone(
    NANODET_G,
    readSafetensors(new Uint8Array(readFileSync('public/models/nanodet-g.safetensors')).buffer),
  );
  const image = syntheticImage(300, 200, 4);
  const before = tf.memory().numTensors;
  const { boxes, scores } = await detectorProposals(backbone, image, 60);
  expect(tf.memory().numTensors).toBe(before);
  expect(boxCount(boxes)).toBe(60);
  for (let i = 0; i < 60; i++) {
    const [x0, y0, x1, y1] = boxes.subarray(i * 4, i * 4 + 4);
    expect(x0! >= 0 && y0! >= 0 && x1! <= 300 && y1! <= 200 && x1! > x0! && y1! > y0!).toBe(true);
    if (i > 0) expect(scores[i]).toBeLessThanOrEqual(scores[i - 1]!);
    for (let j = 0; j < i; j++) expect(boxIou(boxes, i, boxes, j)).toBeLessThanOrEqual(DETECTOR.iouAcrossClasses);
  }
  backbone.dispose();
});
