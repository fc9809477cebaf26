import { expect, test } from 'vitest';
import { sigmoid } from '../../network/labels/calibration.ts';
import { seededRandom } from '../../network/training/random.ts';
import { othersFigures, type PresencePhoto } from './otherCategories.ts';

const NAMES = ['cup', 'zebra', 'kite'];

/** Each class is there with the probability that a line of slope 2 and offset 1 gives of its presence; nobody ever has a kite. */
function drawnPhotos(count: number): PresencePhoto[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => {
    const presence = Float32Array.from(NAMES, () => 2 * random.normal() - 1);
    const truths = Uint8Array.from(presence, (s, k) => Number(k < 2 && random.next() < sigmoid(2 * s + 1)));
    return { presence, truths };
  });
}

test('the line that made the labels is found again, and its probabilities are right on photos left out', () => {
  const { map, ece, perCategory, line } = othersFigures(drawnPhotos(800), NAMES, [0, 1], 8);
  expect(line.slope).toBeGreaterThan(1.7);
  expect(line.slope).toBeLessThan(2.3);
  expect(Math.abs(line.offset - 1)).toBeLessThan(0.3);
  expect(ece).toBeLessThan(0.05);
  expect(Object.keys(perCategory)).toEqual(['cup', 'zebra']);
  expect(map).toBeCloseTo((perCategory['cup']! + perCategory['zebra']!) / 2, 12);
});

test('a class that too few photos hold is not measured, and a measure of none is refused', () => {
  expect(Object.keys(othersFigures(drawnPhotos(100), NAMES, [0, 1, 2], 1).perCategory)).toEqual(['cup', 'zebra']);
  expect(() => othersFigures(drawnPhotos(100), NAMES, [2], 1)).toThrow(
    'othersFigures: got no class that 1 photos hold',
  );
});
