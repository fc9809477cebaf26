import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageCumulativeGain } from './averageCumulativeGain.ts';
import { averagePrecision } from './averagePrecision.ts';
import { ndcg } from './ndcg.ts';
import { tieGroupsByDistance, tieGroupsOfOrder } from './tieGroups.ts';
import { weightedAveragePrecision } from './weightedAveragePrecision.ts';

/** Every order of the photos that keeps nearer ones before farther ones. */
function allOrders(distances: readonly number[]): number[][] {
  const orders = (left: readonly number[]): number[][] => {
    if (left.length === 0) return [[]];
    const nearest = Math.min(...left.map((n) => distances[n]!));
    return left
      .filter((n) => distances[n] === nearest)
      .flatMap((n) => orders(left.filter((other) => other !== n)).map((rest) => [n, ...rest]));
  };
  return orders(distances.map((_, n) => n));
}

const tied = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    distances: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: count, maxLength: count }),
    shared: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count }),
  }),
);

for (const [name, measure] of [
  ['average precision', averagePrecision],
  ['weighted average precision', weightedAveragePrecision],
  ['ACG@4', (groups: Parameters<typeof ndcg>[0]) => averageCumulativeGain(groups, 4)],
  ['NDCG@4', (groups: Parameters<typeof ndcg>[0]) => ndcg(groups, 4)],
] as const) {
  test(`${name} of tied photos is the mean over all their orders`, () => {
    fc.assert(
      fc.property(tied, ({ distances, shared }) => {
        const orders = allOrders(distances);
        const each = orders.map((order) => measure(tieGroupsOfOrder(order, shared)));
        const expected = measure(tieGroupsByDistance(distances, 2, shared));
        if (expected === null) expect(each.every((value) => value === null)).toBe(true);
        else expect(expected).toBeCloseTo(each.reduce<number>((sum, value) => sum + value!, 0) / each.length, 10);
      }),
    );
  });
}
