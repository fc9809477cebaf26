import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classPresence } from './classPresence.ts';

test('hand-worked: two classes in three cells of two maps', () => {
  const presence = classPresence(
    [
      [0, 5, Math.log(2), 5],
      [Math.log(3), 5],
    ],
    2,
    1,
  );
  // Of the first (1 + 2 + 3) / 3; where all cells agree it is what they say.
  expect(presence[0]).toBeCloseTo(Math.log(2), 6);
  expect(presence[1]).toBeCloseTo(5, 6);
});

test('it lies between the mean and the maximum, falls towards the mean as τ grows, and does not overflow', () => {
  const cells = fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cells, (logits) => {
      const [sharp, soft] = [classPresence([logits], 1, 0.5)[0]!, classPresence([logits], 1, 5)[0]!];
      const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length;
      expect(sharp).toBeLessThanOrEqual(Math.max(...logits) + 1e-3);
      expect(soft).toBeGreaterThanOrEqual(mean - 1e-3);
      expect(soft).toBeLessThanOrEqual(sharp + 1e-3);
    }),
  );
});

test('maps of other classes and photos without a cell are refused', () => {
  expect(() => classPresence([[1, 2, 3]], 2)).toThrow('classPresence: got 3 logits, wanted cells of 2 classes');
  expect(() => classPresence([[]], 2)).toThrow('classPresence: got no cell');
});
