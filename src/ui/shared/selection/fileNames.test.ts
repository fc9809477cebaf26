import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctNames } from './fileNames.ts';

test('no two names are the same, however a disk compares them, and none leads out of its folder', () => {
  const name = fc.oneof(fc.constantFrom('a.jpg', 'A.jpg', 'a (2).jpg', '..', '', '../a.jpg', 'no ending'), fc.string());
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const distinct = distinctNames(names);
      expect(new Set(distinct.map((one) => one.toLowerCase())).size).toBe(names.length);
      for (const one of distinct) expect(one).not.toMatch(/^$|^\.+$|[/\\]/);
    }),
  );
});

test('what is distinct already keeps its name', () => {
  expect(distinctNames(['a.jpg', 'b.jpg', 'a.jpg'])).toEqual(['a.jpg', 'b.jpg', 'a (2).jpg']);
});
