import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryCodes, rankByCategory } from './categoryCodes.ts';

const word = fc.integer({ min: 0, max: 15 });
/** Probabilities from a few values, so that many are tied and some lie exactly on the gate. */
const probability = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const photos = fc.array(
  fc.record({
    codes: fc.array(word, { minLength: 2, maxLength: 2 }),
    p: fc.array(probability, { minLength: 2, maxLength: 2 }),
  }),
  {
    minLength: 1,
    maxLength: 30,
  },
);
const GATES = new Float32Array([0.5, 0.75]);

function built(rows: readonly { codes: number[]; p: number[] }[]) {
  return categoryCodes(
    rows.map(({ codes, p }) => ({ categoryCodes: new Uint32Array(codes), probabilities: new Float32Array(p) })),
    4,
    GATES,
  );
}

const ones = (x: number) => x.toString(2).replaceAll('0', '').length;

test('the ranking is the written rule: gate, then distance, then probability, then photo order', () => {
  fc.assert(
    fc.property(photos, word, fc.constantFrom(0, 1), (rows, query, c) => {
      const key = (n: number): [number, number, number, number] => {
        const p = rows[n]!.p[c]!;
        const above = p >= GATES[c]!;
        return [above ? 0 : 1, above ? ones(rows[n]!.codes[c]! ^ query) : 0, -p, n];
      };
      const order = rows
        .map((_, n) => n)
        .sort((a, b) => {
          const x = key(a),
            y = key(b);
          return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3];
        });
      const ranking = rankByCategory(built(rows), c, new Uint32Array([query]));
      expect([...ranking.indices]).toEqual(order);
      expect([...ranking.distances]).toEqual(order.map((n) => ones(rows[n]!.codes[c]! ^ query)));
      expect(ranking.gated).toBe(rows.filter((row) => row.p[c]! >= GATES[c]!).length);
    }),
  );
});

test('an empty gallery gives an empty ranking', () => {
  const ranking = rankByCategory(built([]), 0, new Uint32Array(1));
  expect([ranking.indices.length, ranking.gated]).toEqual([0, 0]);
});

test('arrays that do not fit are refused by photo, and an unknown category by number', () => {
  const good = { categoryCodes: new Uint32Array(2), probabilities: new Float32Array(2) };
  expect(() => categoryCodes([good, { ...good, categoryCodes: new Uint32Array(3) }], 4, GATES)).toThrow(
    'categoryCodes: photo 1 has 3 words, wanted 2 pieces of 1',
  );
  expect(() => categoryCodes([{ ...good, probabilities: new Float32Array(1) }], 4, GATES)).toThrow(
    'categoryCodes: photo 0 has 1 probabilities, wanted 2',
  );
  expect(() => rankByCategory(built([]), 2, new Uint32Array(1))).toThrow(
    'rankByCategory: got category 2, wanted 0 to 1',
  );
});
