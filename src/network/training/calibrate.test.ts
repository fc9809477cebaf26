import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoid } from '../labels/calibration.ts';
import { calibrate, gateFor } from './calibrate.ts';
import { seededRandom } from './random.ts';

/** Photos whose labels follow sigmoid(slope·z + offset), a line for each category. */
function seededPhotos(count: number, lines: readonly (readonly [slope: number, offset: number])[], spread: number) {
  const random = seededRandom(7);
  const logits = new Float32Array(count * lines.length),
    labels = new Float32Array(logits.length);
  for (let i = 0; i < logits.length; i++) {
    const [slope, offset] = lines[i % lines.length]!;
    logits[i] = spread * random.normal();
    labels[i] = random.next() < sigmoid(slope * logits[i]! + offset) ? 1 : 0;
  }
  return { logits, labels, counted: new Float32Array(logits.length).fill(1) };
}

test.each([
  {
    spread: 3,
    lines: [
      [0.5, -1],
      [1.6, 0.5],
    ],
  },
  {
    spread: 12,
    lines: [
      [0.15, -1],
      [0.25, 0],
    ],
  },
] as const)('the line that the labels follow is found again, spread $spread', ({ spread, lines }) => {
  const { logits, labels, counted } = seededPhotos(6000, lines, spread);
  const { slope, offset } = calibrate(logits, labels, counted, 2, 0.8, 0);
  lines.forEach(([wantedSlope, wantedOffset], c) => {
    expect(Math.abs(slope[c]! / wantedSlope - 1)).toBeLessThan(0.1);
    expect(Math.abs(offset[c]! - wantedOffset)).toBeLessThan(0.15);
  });
});

test('of the photos at or above a gate the promised share hold the category', () => {
  const { logits, labels, counted } = seededPhotos(
    6000,
    [
      [0.5, -1],
      [1.6, 0.5],
    ],
    3,
  );
  const { slope, offset, gate } = calibrate(logits, labels, counted, 2, 0.8, 0);
  for (let c = 0; c < 2; c++) {
    let above = 0,
      right = 0;
    for (let i = c; i < logits.length; i += 2) {
      if (sigmoid(slope[c]! * logits[i]! + offset[c]!) < gate[c]!) continue;
      above++;
      right += labels[i]!;
    }
    expect(above).toBeGreaterThan(500);
    expect(Math.abs(right / above - 0.8)).toBeLessThan(0.03);
  }
});

test('a gate is the lowest cut that keeps its promise, of photos equally probable all or none', () => {
  const probability = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
  // Means of up to 30 twentieths are never a fraction of the prime 1009, so rounding decides nothing.
  const promise = fc.integer({ min: 300, max: 950 }).map((n) => n / 1009);
  fc.assert(
    fc.property(fc.array(probability, { maxLength: 30 }), promise, (probabilities, precision) => {
      const keeps = (cut: number): boolean => {
        const above = probabilities.filter((p) => p >= cut);
        return above.reduce((sum, p) => sum + p, 0) / above.length >= precision;
      };
      const kept = probabilities.filter(keeps);
      expect(gateFor(probabilities, precision, 0)).toBe(kept.length > 0 ? Math.min(...kept) : 0.5);
    }),
  );
});

test('what does not count has no say', () => {
  const { logits, labels, counted } = seededPhotos(500, [[1, 0]], 2);
  const garbage = (value: number): Float32Array => Float32Array.of(...labels, ...new Array<number>(50).fill(value));
  const wider = Float32Array.of(...logits, ...new Array<number>(50).fill(9));
  const masked = Float32Array.of(...counted, ...new Array<number>(50).fill(0));
  expect(calibrate(wider, garbage(1), masked, 1, 0.8, 0)).toEqual(calibrate(logits, labels, counted, 1, 0.8, 0));
});

test('a category without a positive leans on the others: a rising line and low probabilities', () => {
  const { logits, labels, counted } = seededPhotos(
    400,
    [
      [1, 0],
      [1, 0],
    ],
    2,
  );
  for (let i = 1; i < labels.length; i += 2) labels[i] = 0;
  const { slope, offset } = calibrate(logits, labels, counted, 2, 0.8, 0);
  expect(slope[1]).toBeGreaterThan(0);
  expect(sigmoid(slope[1]! * 0 + offset[1]!)).toBeLessThan(0.1);
});

test('tables that do not fit are refused', () => {
  expect(() => calibrate(new Float32Array(5), new Float32Array(5), new Float32Array(5), 2, 0.8, 0)).toThrow(
    'calibrate: got 5 logits, 5 labels and 5 counted, wanted equal multiples of 2',
  );
  expect(() => calibrate(new Float32Array(4), new Float32Array(2), new Float32Array(4), 2, 0.8, 0)).toThrow(
    'calibrate: got 4 logits, 2 labels and 4 counted',
  );
  expect(() => calibrate(new Float32Array(4), new Float32Array(4), new Float32Array(2), 2, 0.8, 0)).toThrow(
    'calibrate: got 4 logits, 4 labels and 2 counted',
  );
});

test('no gate goes below the least', () => {
  expect(gateFor([0.9, 0.85, 0.1], 0.5, 0)).toBe(0.1);
  expect(gateFor([0.9, 0.85, 0.1], 0.5, 0.3)).toBe(0.3);
  expect(gateFor([0.9, 0.85, 0.1], 0.88, 0.3)).toBe(0.9);
});
