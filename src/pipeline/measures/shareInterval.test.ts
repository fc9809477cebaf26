import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { shareOfSums, stratifiedShare, wilsonShare } from './shareInterval.ts';

test('hand-worked: 8 of 10 after Wilson, and none and all reach the ends', () => {
  const { value, low, high } = wilsonShare(8, 10);
  expect([value, low.toFixed(4), high.toFixed(4)]).toEqual([0.8, '0.4902', '0.9433']);
  expect(wilsonShare(0, 10)).toMatchObject({ value: 0, low: 0 });
  expect(wilsonShare(0, 10).high).toBeCloseTo(0.2775, 4);
  expect(wilsonShare(10, 10)).toMatchObject({ value: 1, high: 1 });
  expect(wilsonShare(0, 0)).toEqual({ value: null, low: 0, high: 1, of: 0 });
  expect(() => wilsonShare(3, 2)).toThrow('wilsonShare: got 3 of 2, wanted at most as many');
});

test('one part alone is its Wilson interval; parts are weighted by their size', () => {
  const { value, low, high } = stratifiedShare([{ size: 500, yes: 8, of: 10 }]);
  const alone = wilsonShare(8, 10);
  expect(value).toBeCloseTo(0.8, 12);
  expect([low, high]).toEqual([expect.closeTo(alone.low, 12), expect.closeTo(alone.high, 12)]);
  expect(
    stratifiedShare([
      { size: 900, yes: 10, of: 10 },
      { size: 100, yes: 0, of: 10 },
    ]).value,
  ).toBeCloseTo(0.9, 12);
  expect(stratifiedShare([{ size: 0, yes: 0, of: 0 }])).toEqual({ value: null, low: 0, high: 1, of: 0 });
});

test('a part of which nothing was looked at widens the interval by all that it may be', () => {
  const { low, high } = stratifiedShare([
    { size: 500, yes: 50, of: 50 },
    { size: 500, yes: 0, of: 0 },
  ]);
  expect(low).toBeLessThanOrEqual(0.5);
  expect(high).toBe(1);
});

test('of a thousand seeded draws by parts, at least 93 % of the intervals hold the truth, of a share and of a share of sums', () => {
  const random = seededRandom(7);
  const parts = [
    { size: 4000, share: 0.95 },
    { size: 600, share: 0.7 },
    { size: 300, share: 0.4 },
  ];
  const rest = [
    { size: 400, share: 0.3 },
    { size: 2000, share: 0.05 },
  ];
  const drawn = (all: typeof parts) =>
    stratifiedShare(
      all.map(({ size, share }) => ({
        size,
        of: 12,
        yes: Array.from({ length: 12 }, random).filter((draw) => draw < share).length,
      })),
    );
  const total = (all: typeof parts) => all.reduce((sum, { size }) => sum + size, 0);
  const truth = (all: typeof parts) => all.reduce((sum, { size, share }) => sum + size * share, 0);
  const recall = truth(parts) / (truth(parts) + truth(rest));
  let [held, heldOfSums] = [0, 0];
  for (let n = 0; n < 1000; n++) {
    const [own, other] = [drawn(parts), drawn(rest)];
    const precision = truth(parts) / total(parts);
    held += Number(own.low <= precision && precision <= own.high);
    const sums = shareOfSums({ size: total(parts), share: own }, { size: total(rest), share: other });
    heldOfSums += Number(sums.low <= recall && recall <= sums.high);
  }
  expect(held).toBeGreaterThanOrEqual(930);
  expect(heldOfSums).toBeGreaterThanOrEqual(930);
});
