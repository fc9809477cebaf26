import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFinite } from './checkFinite.ts';

test('finite numbers of any size pass, and one that is not finite is named with its place', () => {
  fc.assert(
    fc.property(
      fc.float32Array({ noNaN: true, noDefaultInfinity: true, minLength: 1 }),
      fc.nat(),
      fc.constantFrom(NaN, Infinity, -Infinity),
      (values, at, strange) => {
        checkFinite('weights', values);
        const place = at % values.length;
        const damaged = Float32Array.from(values);
        damaged[place] = strange;
        expect(() => checkFinite('weights', damaged)).toThrow(
          `weights holds ${strange} at ${place}, wanted finite numbers`,
        );
      },
    ),
  );
});
