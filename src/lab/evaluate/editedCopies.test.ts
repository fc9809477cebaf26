import { expect, test } from 'vitest';
import { EDITED_COPIES, editedCopies } from './editedCopies.ts';

test('200 different photos of many, or each of few, and the same ones every time', () => {
  const copies = editedCopies(848);
  expect(copies).toHaveLength(EDITED_COPIES);
  expect(new Set(copies.map(({ original }) => original)).size).toBe(EDITED_COPIES);
  expect(Math.max(...copies.map(({ original }) => original))).toBeLessThan(848);
  expect(editedCopies(848)).toEqual(copies);
  expect(editedCopies(3).map(({ original }) => original)).toEqual([0, 1, 2]);
});

test('every edit is the full amount: 80 % of the sides inside the photo, every other mirrored, both ways in brightness and colour', () => {
  const edits = editedCopies(848).map(({ edit }) => edit);
  for (const { crop, quality } of edits) {
    expect(crop[2] - crop[0]).toBeCloseTo(0.8, 12);
    expect(crop[3] - crop[1]).toBeCloseTo(0.8, 12);
    for (const edge of crop) {
      expect(edge).toBeGreaterThanOrEqual(0);
      expect(edge).toBeLessThanOrEqual(1);
    }
    expect(quality).toBe(75);
  }
  expect(edits.filter(({ mirrored }) => mirrored)).toHaveLength(EDITED_COPIES / 2);
  expect([...new Set(edits.map(({ brightness }) => brightness))].sort()).toEqual([0.8, 1.2]);
  expect([...new Set(edits.map(({ colour }) => colour))].sort()).toEqual([0.7, 1.3]);
});
