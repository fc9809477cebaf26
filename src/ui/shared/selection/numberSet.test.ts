import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './numberSet.ts';

const numbers = fc.array(fc.nat(300), { maxLength: 40 });

test('it holds what a set would hold, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, fc.boolean()), { maxLength: 12 }), (steps) => {
      let set = NumberSet.EMPTY;
      const expected = new Set<number>();
      for (const [changed, on] of steps) {
        const before = set;
        const sizeBefore = before.size;
        set = set.changed(changed, on);
        expect(before.size).toBe(sizeBefore);
        for (const number of changed) on ? expected.add(number) : expected.delete(number);
        expect(set.size).toBe(expected.size);
        const held = Array.from({ length: 302 }, (_, number) => number).filter((number) => set.has(number));
        expect(held).toEqual([...expected].sort((a, b) => a - b));
      }
    }),
  );
});

test('those of a list come in the order of the list', () => {
  const set = NumberSet.EMPTY.changed([70, 3, 31], true);
  expect([...set.among(Uint32Array.of(31, 2, 70, 4))]).toEqual([31, 70]);
});
