import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityByte } from './probabilityByte.ts';
import { tieKey } from './tieKey.ts';

const id = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(''));

test('keys are ordered as ids are', () => {
  fc.assert(
    fc.property(id, id, (a, b) => {
      const [x, y] = [tieKey(a), tieKey(b)];
      const order = x.high - y.high || x.low - y.low;
      fc.pre(a.slice(0, 16) !== b.slice(0, 16));
      expect(Math.sign(order)).toBe(a < b ? -1 : 1);
    }),
  );
});

test('an id that is no hash is refused', () => {
  expect(() => tieKey('IMG_1.jpg')).toThrow(
    'tieKey: got the id "IMG_1.jpg", wanted one that begins with 16 hexadecimal digits',
  );
});

test('who is at or above a gate is so in bytes, too', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(probability, probability, (p, gate) => {
      fc.pre(p >= gate);
      expect(probabilityByte(p)).toBeGreaterThanOrEqual(probabilityByte(gate));
    }),
  );
  expect([0, 0.5, 1, -1, 2].map(probabilityByte)).toEqual([0, 128, 255, 0, 255]);
});
