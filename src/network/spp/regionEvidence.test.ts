import { beforeAll, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { DETECTOR_TAPS } from '../backbone/detectorBoxes.ts';
import { regionEvidence } from './regionEvidence.ts';

const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.5));
let maps: Record<string, tf.Tensor3D>;

beforeAll(async () => {
  await tf.setBackend('cpu');
  const side = (tap: string): number => (tap.endsWith('32') ? 1 : tap.endsWith('16') ? 2 : 4);
  // Scores of −9 say nothing; distances of 0 logits are 5 cells, so that the one box of the coarse head is the whole photo.
  maps = Object.fromEntries(
    DETECTOR_TAPS.map((tap) => [
      tap,
      tf.fill([side(tap), side(tap), tap.startsWith('scores') ? 2 : 44], tap.startsWith('scores') ? -9 : 0),
    ]),
  );
});

test('a box of the coarse head counts for the whole photo and, as far as they overlap, for its quarter', () => {
  const evidence = regionEvidence({ ...maps, scores32: tf.tensor3d([-9, 0], [1, 1, 2]) }, boxes, 2);
  expect(evidence.shape).toEqual([2, 2]);
  [0.01, 0.51, 0.01, 0.135].forEach((wanted, i) => expect(evidence.dataSync()[i]).toBeCloseTo(Math.log(wanted), 5));
});

test('a missing map and other classes are refused', () => {
  const { boxes16: _, ...without } = maps;
  expect(() => regionEvidence(without, boxes, 2)).toThrow('regionEvidence: got no map for tap boxes16, wanted scores8');
  expect(() => regionEvidence(maps, boxes, 80)).toThrow('regionEvidence: got a detection head of 2 classes, wanted 80');
});
