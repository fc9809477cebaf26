import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boxIou, pixelBoxes } from '../base/image/box.ts';
import type { RgbImage } from '../base/image/rgbImage.ts';
import { readSafetensors } from '../base/weights/safetensors.ts';
import { createProposer } from './proposer.ts';
import { proposalModel } from './ranking/proposalModel.ts';
import { clouds, discs, flat } from './testing/pictures.ts';

const learned = proposalModel(
  readSafetensors(new Uint8Array(readFileSync('public/models/proposals.safetensors')).buffer),
);

const bestIou = (boxes: Float32Array, ...object: number[]): number => {
  const wanted = pixelBoxes(Float32Array.from(object));
  let best = 0;
  for (let k = 0; k < boxes.length / 4; k++) best = Math.max(best, boxIou(boxes, k, wanted, 0));
  return best;
};

const withAndWithout = [
  ['learned', learned],
  ['hand-made', null],
] as const;

/** Whatever the ranking makes of drawn discs (the learned one knows photos), they must be among the candidates. */
const EVERY_CANDIDATE = { maxBoxes: 100_000 };

test.each(withAndWithout)('a disc on a plain ground is found with IoU ≥ 0.95 (%s ranking)', (_name, model) => {
  const image = discs(384, 288, [60, 90, 60], { x: 160, y: 140, radius: 60, colour: [210, 60, 50] });
  expect(
    bestIou(createProposer(model, EVERY_CANDIDATE).propose(image).boxes, 100, 80, 220, 200),
  ).toBeGreaterThanOrEqual(0.95);
});

test.each(withAndWithout)('two touching discs of different colour are separated (%s ranking)', (_name, model) => {
  const image = discs(
    384,
    288,
    [60, 90, 60],
    { x: 130, y: 140, radius: 60, colour: [210, 60, 50] },
    { x: 250, y: 140, radius: 60, colour: [60, 80, 220] },
  );
  const { boxes } = createProposer(model, EVERY_CANDIDATE).propose(image);
  expect(bestIou(boxes, 70, 80, 190, 200)).toBeGreaterThanOrEqual(0.95);
  expect(bestIou(boxes, 190, 80, 310, 200)).toBeGreaterThanOrEqual(0.95);
});

const images: readonly (readonly [string, RgbImage])[] = [
  ['a flat image', flat(60, 45)],
  ['one pixel', flat(1, 1)],
  ['2×3 pixels', clouds(2, 3, 1)],
  ['a strip of 4000×3', clouds(4000, 3, 6)],
  ['a column', clouds(1, 50, 6)],
  ['clouds', clouds(96, 64, 6)],
];

test.each(images)('%s gives boxes inside it, with descending scores in 0..1', (_name, image) => {
  for (const [, model] of withAndWithout) {
    const { boxes, scores } = createProposer(model).propose(image);
    expect(scores.length).toBeGreaterThan(0);
    expect(boxes).toHaveLength(scores.length * 4);
    for (let k = 0; k < scores.length; k++) {
      const [x0, y0, x1, y1] = boxes.subarray(k * 4, k * 4 + 4);
      expect(x0!).toBeGreaterThanOrEqual(0);
      expect(y0!).toBeGreaterThanOrEqual(0);
      expect(x1!).toBeGreaterThan(x0!);
      expect(y1!).toBeGreaterThan(y0!);
      expect(x1!).toBeLessThanOrEqual(image.width);
      expect(y1!).toBeLessThanOrEqual(image.height);
      expect(scores[k]!).toBeGreaterThanOrEqual(0);
      expect(scores[k]!).toBeLessThanOrEqual(k > 0 ? scores[k - 1]! : 1);
    }
  }
});

test('the same image gives the same boxes whatever came before it, and results are not overwritten', () => {
  const image = clouds(72, 48, 6);
  const proposer = createProposer(learned);
  const first = proposer.propose(image);
  const copy = first.boxes.slice();
  proposer.propose(clouds(45, 80, 7));
  expect(first.boxes).toEqual(copy);
  expect(proposer.propose(image)).toEqual(first);
  expect(createProposer(learned).propose(image)).toEqual(first);
});

test('at most maxBoxes are given, and with more boxes the same ones come first', () => {
  const image = clouds(72, 48, 6);
  const all = createProposer(learned).propose(image);
  const ten = createProposer(learned, { maxBoxes: 10 }).propose(image);
  expect(ten.boxes).toEqual(all.boxes.slice(0, 40));
});
