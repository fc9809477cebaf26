import { expect, test } from 'vitest';
import { unitBoxes } from '../../image/box.ts';
import { detectorEvidence } from './detectorEvidence.ts';

const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.5, 0.6, 0.6, 1, 1));

test('a proposal has the largest score·IoU of each class, as a logarithm above a floor', () => {
  const evidence = detectorEvidence([
    { category: 1, score: 0.8, box: [0, 0, 0.5, 0.5] },
    { category: 1, score: 0.4, box: [0, 0, 1, 1] },
  ], boxes, 2);
  const wanted = [0, 0.4, 0, 0.8, 0, 0.4 * 0.16].map((overlap) => Math.log(overlap + 0.01));
  wanted.forEach((value, i) => expect(evidence[i]).toBeCloseTo(value, 5));
});

test('the tight box of an object has more evidence than a loose one around it', () => {
  const evidence = detectorEvidence([{ category: 0, score: 0.9, box: [0, 0, 0.5, 0.5] }], boxes, 1);
  expect(evidence[1]).toBeGreaterThan(evidence[0]!);
});

test('without candidates every proposal is at the floor', () => {
  const evidence = detectorEvidence([], boxes, 3);
  expect(new Set(evidence).size).toBe(1);
  expect(evidence[0]).toBeCloseTo(Math.log(0.01), 5);
});
