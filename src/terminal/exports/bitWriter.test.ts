import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitWriter } from './bitWriter.ts';

test('numbers of any length lie one after the other, lowest bit first', () => {
  const number = fc
    .integer({ min: 1, max: 32 })
    .chain((bits) => fc.tuple(fc.nat(2 ** Math.min(bits, 31) - 1), fc.constant(bits)));
  const property = fc.property(fc.array(number), (numbers) => {
    const total = numbers.reduce((sum, [, bits]) => sum + bits, 0);
    const writer = new BitWriter(total);
    for (const [value, bits] of numbers) writer.write(value, bits);
    const wanted = numbers.flatMap(([value, bits]) => Array.from({ length: bits }, (_, bit) => (value >>> bit) & 1));
    expect(Array.from({ length: total }, (_, bit) => (writer.bytes[bit >> 3]! >> (bit & 7)) & 1)).toEqual(wanted);
  });
  fc.assert(property);
});
