import { expect, test } from 'vitest';
import type { AnalysisDifference } from '../../network/analysisDifference.ts';
import { agreementLine, agrees, summarised } from './summary.ts';

const same: AnalysisDifference = {
  semanticBits: { 16: 0, 32: 0, 48: 0, 64: 0 },
  categoryBits: 0,
  appearanceBits: 0,
  regionAppearanceBits: 0,
  probability: 1e-6,
  proposalProbability: 2e-6,
  winners: 0,
  sameBoxes: true,
};
const apart: AnalysisDifference = {
  ...same,
  semanticBits: { 16: 0, 32: 1, 48: 2, 64: 2 },
  categoryBits: 3,
  appearanceBits: 2,
  probability: 1e-3,
  winners: 2,
};

test('one photo in a hundred may lie further apart than a bit, two may not', () => {
  const photos = Array.from({ length: 100 }, () => same);
  const one = summarised([...photos.slice(1), apart]);
  expect(one).toMatchObject({
    photos: 100,
    withinOneBit: { 16: 1, 32: 1, 48: 0.99, 64: 0.99 },
    same64: 0.99,
    sameCategoryCodes: 0.99,
    appearanceWithinOneBit: 0.99,
    probability: 1e-3,
    otherWinners: 1,
  });
  expect(agrees(one)).toBe(true);
  expect(agrees(summarised([...photos.slice(2), apart, apart]))).toBe(false);
  expect(agreementLine(one)).toContain('99.0 % at 64 bits; all 64 bits the same on 99.0 %');
});

test('a probability beyond two thousandths and one other box are too much', () => {
  expect(agrees(summarised([{ ...same, probability: 2.1e-3 }]))).toBe(false);
  expect(agrees(summarised([{ ...same, sameBoxes: false }]))).toBe(false);
  expect(() => summarised([])).toThrow('summarised: got no photo, wanted at least one');
});
