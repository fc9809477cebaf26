import { expect, test } from 'vitest';
import type { HeadsOutput } from '../heads/heads.ts';
import { withDetected } from './withDetected.ts';

const TRAINED: HeadsOutput = {
  proposalProbabilities: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
  probabilities: Float32Array.of(0.5, 0.6),
  winners: Int32Array.of(2, 2),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(2), 48: Uint32Array.of(3, 4), 64: Uint32Array.of(5, 6) },
  categoryCodes: Uint32Array.of(7, 8),
};
const LINE = { line: { slope: 2, offset: 1 } };
const NUMBERS = {
  presence: Float32Array.of(-1, 0.5, -3),
  // Three proposals; nothing at all speaks for the third category.
  evidence: Float32Array.of(-4, -1, -4.6, -2, -3, -4.6, -3, -2, -4.6),
  winners: Int32Array.of(1, 0, 0),
};
const LOOKS = Uint32Array.from({ length: 10 }, (_, i) => 0xffffff00 + i);
const joined = withDetected(TRAINED, NUMBERS, LOOKS, 32, LINE);

test('what was trained keeps its numbers, bit for bit, and comes first', () => {
  expect(joined.probabilities.subarray(0, 2)).toEqual(TRAINED.probabilities);
  expect(joined.winners.subarray(0, 2)).toEqual(TRAINED.winners);
  expect(joined.categoryCodes.subarray(0, 2)).toEqual(TRAINED.categoryCodes);
  expect(joined.semanticCodes).toEqual(TRAINED.semanticCodes);
  for (let box = 0; box < 3; box++)
    expect(joined.proposalProbabilities.subarray(box * 5, box * 5 + 2)).toEqual(
      TRAINED.proposalProbabilities.subarray(box * 2, box * 2 + 2),
    );
});

test('a detected category is as probable as its winner, and no proposal is more probable', () => {
  for (let c = 2; c < 5; c++) {
    const column = joined.proposalProbabilities.filter((_, i) => i % 5 === c);
    expect(joined.probabilities[c]).toBe(Math.max(...column));
    expect(column[joined.winners[c]!]).toBe(joined.probabilities[c]);
  }
  expect(joined.probabilities[2]).toBeCloseTo(1 / (1 + Math.E), 6);
});

test('its code is the beginning of its region’s looks, with no bit beyond its length', () => {
  expect([...joined.categoryCodes.subarray(2)]).toEqual([LOOKS[4], LOOKS[6], LOOKS[8]]);
  const short = withDetected(TRAINED, NUMBERS, LOOKS, 9, LINE);
  expect([...short.categoryCodes.subarray(2)].map((word) => word >>> 9)).toEqual([0, 0, 0]);
  const long = withDetected({ ...TRAINED, categoryCodes: new Uint32Array(4) }, NUMBERS, LOOKS, 64, LINE);
  expect([...long.categoryCodes.subarray(4)]).toEqual([...LOOKS.subarray(4)]);
});

test('numbers that are none are refused', () => {
  const strange = { ...NUMBERS, presence: Float32Array.of(NaN, 0, 0) };
  expect(() => withDetected(TRAINED, strange, LOOKS, 32, LINE)).toThrow('withDetected: got NaN');
  const stray = { ...NUMBERS, winners: Int32Array.of(1, 0, 3) };
  expect(() => withDetected(TRAINED, stray, LOOKS, 32, LINE)).toThrow('got the winner 3 of 3 boxes');
});
