import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableSort } from './stableSort.ts';

test('values come by their keys, equal ones as they were', () => {
  const key = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.nat(5000), fc.integer({ min: 0, max: 0xffffffff }));
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const wanted = keys.map((key, value) => ({ key, value })).sort((a, b) => a.key - b.key);
      const greatest = Math.max(0, ...keys);
      const values = Uint32Array.from(keys.keys());
      const sorted = stableSort(Uint32Array.from(keys), values, greatest);
      expect([...sorted.values]).toEqual(wanted.map(({ value }) => value));
      expect([...sorted.keys]).toEqual(wanted.map(({ key }) => key));
    }),
  );
});
