import { expect, test } from 'vitest';
import { expectedCalibrationError } from './expectedCalibrationError.ts';

test('hand-worked: two bins, one right and one 0.3 too sure, weighed by their pairs', () => {
  const { ece, bins } = expectedCalibrationError([0.5, 0.5, 0.8, 0.8, 0.8, 0.8], [1, 0, 1, 1, 0, 0], 4);
  expect(ece).toBeCloseTo((4 / 6) * 0.3, 12);
  expect(bins[2]).toEqual({ count: 2, confidence: 0.5, frequency: 0.5 });
  expect(bins[3]!.frequency).toBe(0.5);
});

test('probabilities that are always right have no error, and 1 belongs to the last bin', () => {
  const { ece, bins } = expectedCalibrationError([0, 1, 0, 1], [0, 1, 0, 1]);
  expect(ece).toBe(0);
  expect([bins[0]!.count, bins[14]!.count]).toEqual([2, 2]);
});

test('what is no probability is refused', () => {
  expect(() => expectedCalibrationError([1.5], [1])).toThrow(
    'expectedCalibrationError: got probability 1.5 at pair 0, wanted 0 to 1',
  );
  expect(() => expectedCalibrationError([1], [])).toThrow(
    'expectedCalibrationError: got 1 probabilities and 0 truths, wanted as many',
  );
});
