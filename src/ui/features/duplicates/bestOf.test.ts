import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { bestOf } from './bestOf.ts';

function copy(id: string, changes: Partial<NumberedSummary> = {}): NumberedSummary {
  return {
    number: 1,
    outdated: false,
    id,
    name: id,
    path: id,
    width: 400,
    height: 300,
    size: 100,
    lastModified: 5,
    addedAt: 5,
    takenAt: 5,
    camera: null,
    favourite: false,
    pictured: true,
    probabilities: new Float32Array(),
    ...changes,
  };
}

test('a favourite is kept before a larger one, a larger one before a heavier one, and that before an older one', () => {
  const copies = [
    copy('a', { takenAt: 1 }),
    copy('b', { size: 200 }),
    copy('c', { width: 800 }),
    copy('d', { favourite: true, width: 4 }),
  ];
  const order: string[] = [];
  for (let left = copies; left.length > 0; ) {
    const best = bestOf(left);
    order.push(best?.id ?? '');
    left = left.filter((one) => one !== best);
  }
  expect(order).toEqual(['d', 'c', 'b', 'a']);
  expect(bestOf([])).toBeNull();
});

test('the order in which copies are listed changes nothing', () => {
  const copies = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.nat(2).map((size) => copy(id, { size })))));
  fc.assert(
    fc.property(copies, (list) => {
      expect(bestOf([...list].reverse())?.id).toBe(bestOf(list)?.id);
    }),
  );
});
