import { expect, test } from 'vitest';
import { drawPairs, ownFigures, type Pair, QUESTIONS } from './ownQuestions.ts';

const pairs = (count: number, probability: number, from = 0): Pair[] =>
  Array.from({ length: count }, (_, n) => ({ photo: from + n, category: 0, probability }));

test('sixty pairs are drawn, as many of each part as of any other, and nothing that had no chance', () => {
  const all = [
    ...pairs(5000, 0.001),
    ...pairs(300, 0.05),
    ...pairs(100, 0.3),
    ...pairs(50, 0.55),
    ...pairs(40, 0.7),
    ...pairs(800, 0.99),
  ];
  const { strata, pairs: drawn } = drawPairs(all, [0.5], 1);
  expect(strata).toEqual([
    { said: true, size: 50 },
    { said: true, size: 40 },
    { said: true, size: 800 },
    { said: false, size: 300 },
    { said: false, size: 100 },
  ]);
  expect(strata.map((_, n) => drawn.filter(({ stratum }) => stratum === n).length)).toEqual([12, 12, 12, 12, 12]);
  expect(new Set(drawn.map(({ photo, probability }) => `${photo} ${probability}`)).size).toBe(QUESTIONS);
});

test('a part with less than its share leaves the rest to the others, and a small gallery is asked about whole', () => {
  const { pairs: drawn } = drawPairs([...pairs(3, 0.55), ...pairs(900, 0.95)], [0.5], 1);
  expect(drawn.filter(({ stratum }) => stratum === 0)).toHaveLength(3);
  expect(drawn).toHaveLength(QUESTIONS);
  expect(drawPairs(pairs(4, 0.8), [0.5], 1).pairs).toHaveLength(4);
});

test('every pair of a part has the same chance: over 200 draws none is drawn far more often than another', () => {
  const times = new Uint32Array(100);
  for (let seed = 0; seed < 200; seed++)
    for (const { photo } of drawPairs(pairs(100, 0.95), [0.5], seed).pairs) times[photo]!++;
  // 120 times each in the mean, with a standard deviation of 6.9.
  expect(Math.min(...times)).toBeGreaterThan(80);
  expect(Math.max(...times)).toBeLessThan(160);
});

test('hand-worked: precision of what is said, recall of what had a chance, skipped questions not counted', () => {
  const strata = [
    { said: true, size: 100 },
    { said: false, size: 300 },
  ];
  const question = (stratum: number, answer: 'yes' | 'no' | 'skip', probability = 0.8) => ({
    id: '',
    category: 'cat',
    probability,
    box: null,
    stratum,
    answer,
  });
  const questions = [
    ...Array.from({ length: 9 }, () => question(0, 'yes')),
    question(0, 'no'),
    question(0, 'skip'),
    question(1, 'yes', 0.1),
    ...Array.from({ length: 9 }, () => question(1, 'no', 0.1)),
  ];
  const { answered, precision, recall, bins } = ownFigures(strata, questions);
  expect(answered).toBe(20);
  expect(precision.value).toBeCloseTo(0.9, 12);
  // 90 of what is said are right, and 30 of what is not said are there.
  expect(recall.value).toBeCloseTo(90 / 120, 12);
  expect(recall.low).toBeLessThan(0.75);
  expect(recall.high).toBeGreaterThan(0.75);
  expect(bins.map(({ said, right }) => [said?.toFixed(2), right.value])).toEqual([
    ['0.10', 0.1],
    ['0.80', 0.9],
  ]);
});
