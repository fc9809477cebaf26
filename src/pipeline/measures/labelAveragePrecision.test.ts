import { expect, test } from 'vitest';
import { labelAveragePrecision } from './labelAveragePrecision.ts';

test('hand-worked: positives at ranks 1 and 3 give (1 + 2/3) / 2', () => {
  expect(labelAveragePrecision([0.2, 0.9, 0.5], ['present', 'present', 'absent'])).toBeCloseTo((1 + 2 / 3) / 2, 12);
});

test('a photo that holds the category only as a difficult object counts neither way', () => {
  expect(labelAveragePrecision([0.2, 0.9, 0.5], ['present', 'present', 'difficult'])).toBe(1);
});

test('a category that no photo holds has no figure', () => {
  expect(labelAveragePrecision([0.3], ['absent'])).toBeNull();
});

test('lists of different length are refused', () => {
  expect(() => labelAveragePrecision([1], [])).toThrow(
    'labelAveragePrecision: got 1 probabilities and 0 truths, wanted as many',
  );
});
