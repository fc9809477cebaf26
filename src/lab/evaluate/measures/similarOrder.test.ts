import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOOKALIKE_BITS, SAME_PICTURE_BITS } from '../../../codes/likeness.ts';
import { similarOrder } from './similarOrder.ts';

test('hand-worked: what looks alike comes first however far its code, then distance, looks and labels decide in turn', () => {
  const ranked = { indices: Uint32Array.of(0, 1, 2, 3, 4, 5), distances: Uint16Array.of(0, 3, 3, 3, 9, 9) };
  const looks = Uint16Array.of(70, 60, 50, 50, LOOKALIKE_BITS, SAME_PICTURE_BITS);
  const labels = Float32Array.of(2, 2, 0.5, 1.5, 0, 0);
  const { indices, distances } = similarOrder(ranked, looks, labels, 2);
  expect([...indices]).toEqual([5, 4, 0, 3, 2, 1]);
  expect([...distances]).toEqual([9, 9, 0, 3, 3, 3]);
});

test('it is an order of the same photos with their distances, and among those that do not look alike the distance never falls', () => {
  const photos = fc.array(
    fc.record({ distance: fc.nat(5), looks: fc.nat(128), labels: fc.double({ min: 0, max: 3, noNaN: true }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(photos, (all) => {
      const order = all.map((_, n) => n).sort((a, b) => all[a]!.distance - all[b]!.distance || a - b);
      const ranked = {
        indices: Uint32Array.from(order),
        distances: Uint16Array.from(order, (n) => all[n]!.distance),
      };
      const looks = Uint16Array.from(all, (photo) => photo.looks);
      const labels = Float32Array.from(all, (photo) => photo.labels);
      const { indices, distances } = similarOrder(ranked, looks, labels, 3);
      expect([...indices].sort((a, b) => a - b)).toEqual(all.map((_, n) => n));
      expect([...distances]).toEqual(Array.from(indices, (n) => all[n]!.distance));
      const others = [...indices].filter((n) => looks[n]! > LOOKALIKE_BITS).map((n) => all[n]!.distance);
      expect(others).toEqual([...others].sort((a, b) => a - b));
      expect(
        [...indices].slice(others.length === 0 ? 0 : -others.length).every((n) => looks[n]! > LOOKALIKE_BITS),
      ).toBe(others.length > 0 || all.every((photo) => photo.looks > LOOKALIKE_BITS));
    }),
  );
});
