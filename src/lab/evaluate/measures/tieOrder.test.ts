import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedSharedLabels, orderTies } from './tieOrder.ts';

test('hand-worked: the expected number of shared labels is a sum of products', () => {
  const probabilities = [new Float32Array([1, 0.5]), new Float32Array([0, 0.5])];
  expect([...expectedSharedLabels(probabilities, new Float32Array([1, 0.5]), 2)]).toEqual([1, 0.75]);
  expect(() => expectedSharedLabels(probabilities, new Float32Array(3), 2)).toThrow(
    'expectedSharedLabels: got 3 probabilities of the query, wanted 2',
  );
});

test('distances stay where they are; within one distance the likeness falls, and equal ones keep photo order', () => {
  const cases = fc.array(fc.record({ distance: fc.nat(3), likeness: fc.constantFrom(0, 0.5, 1) }), { maxLength: 30 });
  fc.assert(
    fc.property(cases, (photos) => {
      const order = photos.map((_, n) => n).sort((a, b) => photos[a]!.distance - photos[b]!.distance || a - b);
      const distances = Uint16Array.from(order, (n) => photos[n]!.distance);
      const hits = orderTies(
        { indices: Uint32Array.from(order), distances },
        Float32Array.from(photos, ({ likeness }) => likeness),
      );
      const wanted = [...order].sort(
        (a, b) => photos[a]!.distance - photos[b]!.distance || photos[b]!.likeness - photos[a]!.likeness || a - b,
      );
      expect([...hits.indices]).toEqual(wanted);
      expect(hits.distances).toEqual(distances);
    }),
  );
});
