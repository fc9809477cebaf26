import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samePadding } from './mapPadding.ts';

test('a window of 3 at stride 2 adds a cell behind an even side and one on each end of an odd one', () => {
  expect(samePadding(300, 3, 2)).toEqual([0, 1]);
  expect(samePadding(75, 3, 2)).toEqual([1, 1]);
});

test('at stride 1 the odd cell of an even window stands behind, and a window of 1 adds nothing', () => {
  expect(samePadding(10, 4, 1)).toEqual([1, 2]);
  expect(samePadding(10, 3, 1)).toEqual([1, 1]);
  expect(samePadding(10, 1, 2)).toEqual([0, 0]);
});

test('any side gives its quotient by the stride rounded up, with padding that is even or one longer behind', () => {
  const small = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), small, small, (side, kernel, stride) => {
      const [before, after] = samePadding(side, kernel, stride);
      expect(Math.floor((side + before + after - kernel) / stride) + 1).toBe(Math.ceil(side / stride));
      expect(after - before === 0 || after - before === 1).toBe(true);
    }),
  );
});
