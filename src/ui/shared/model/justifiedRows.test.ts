import fc from 'fast-check';
import { expect, test } from 'vitest';
import { justifiedRows, neighbourRow, rowOf } from './justifiedRows.ts';

const layout = { width: 1000, rowHeight: 200, gap: 8 };

test('every photo lies in exactly one row, in order, and full rows fill the width', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.1, max: 6, noNaN: true }), { maxLength: 60 }), (aspects) => {
      const rows = justifiedRows(aspects, layout);
      let next = 0;
      rows.forEach((row, r) => {
        expect(row.start).toBe(next);
        expect(row.widths.length).toBe(row.end - row.start);
        next = row.end;
        const filled = row.widths.reduce((sum, width) => sum + width, 0) + layout.gap * (row.widths.length - 1);
        expect(filled).toBeLessThanOrEqual(layout.width + 1e-6);
        if (r < rows.length - 1) expect(filled).toBeCloseTo(layout.width, 6);
      });
      expect(next).toBe(aspects.length);
    }),
  );
});

test('no row is higher than desired', () => {
  const rows = justifiedRows([1.5, 0.7, 1.3, 2, 0.66, 1.5, 1.5], layout);
  for (const row of rows) expect(row.height).toBeLessThanOrEqual(layout.rowHeight + 1e-9);
});

test('a short last row keeps the desired height', () => {
  expect(justifiedRows([1.5], layout)[0]?.height).toBe(200);
});

test('a grid without a width is rejected', () => {
  expect(() => justifiedRows([1], { ...layout, width: 0 })).toThrow('justifiedRows: got width 0, wanted more than 0');
});

test('the row of a photo is found, and up and down go to the nearest middle', () => {
  const rows = justifiedRows(
    Array.from({ length: 12 }, () => 1.25),
    layout,
  );
  expect(rows.map((row) => row.end - row.start)).toEqual([4, 4, 4]);
  expect(rowOf(rows, 0)).toBe(0);
  expect(rowOf(rows, 7)).toBe(1);
  expect(neighbourRow(rows, 2, 1, 8)).toBe(6);
  expect(neighbourRow(rows, 6, -1, 8)).toBe(2);
  expect(neighbourRow(rows, 2, -1, 8)).toBe(2);
  expect(neighbourRow(rows, 11, 1, 8)).toBe(11);
});
