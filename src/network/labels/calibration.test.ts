import { expect, test } from 'vitest';
import { type Calibration, calibrated, sigmoid } from './calibration.ts';

const calibration: Calibration = {
  slope: Float32Array.of(1, 2),
  offset: Float32Array.of(0, -1),
  gate: Float32Array.of(0.5, 0.5),
};

test('each category has its own line through the logits', () => {
  const p = calibrated(Float32Array.of(0, 0.5, Math.log(3), 1), calibration);
  [0.5, 0.5, 0.75, sigmoid(1)].forEach((wanted, i) => expect(p[i]).toBeCloseTo(wanted, 6));
});

test('the largest logits give no more than 1 and no NaN', () => {
  expect([...calibrated(Float32Array.of(1e4, -1e4), calibration)]).toEqual([1, 0]);
});

test('logits that are not a row for each proposal are refused', () => {
  expect(() => calibrated(new Float32Array(3), calibration)).toThrow(
    'calibrated: got 3 logits, wanted a multiple of 2 categories',
  );
});
