import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstByScore } from './firstByScore.ts';
import { placesByScore } from './placesByScore.ts';

test('the first of all rows in order, whatever order they are given in, however many are equal', () => {
  const cases = fc.integer({ min: 0, max: 0xffffffff }).chain((greatest) =>
    fc.record({
      greatest: fc.constant(greatest),
      scores: fc.array(fc.oneof(fc.nat(Math.min(greatest, 3)), fc.integer({ min: 0, max: greatest })), {
        maxLength: 300,
      }),
      seed: fc.nat(96),
      count: fc.nat(310),
    }),
  );
  fc.assert(
    fc.property(cases, ({ greatest, scores, seed, count }) => {
      const byRow = Uint32Array.from(scores);
      const key = (row: number) => ((row + seed) * 61) % 97;
      const byKey = (a: number, b: number) => key(a) - key(b) || a - b;
      const rows = Uint32Array.from(byRow.keys()).sort(byKey);
      const inOrder = placesByScore(
        rows.map((row) => byRow[row]!),
        greatest,
      );
      const wanted = inOrder.slice(0, count).map((place) => rows[place]!);
      expect([...firstByScore(byRow, greatest, count, byKey)]).toEqual([...wanted]);
      expect([...byRow]).toEqual(scores);
    }),
    { numRuns: 200 },
  );
});
