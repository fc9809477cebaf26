import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HitRows } from './hitRows.ts';

const layouts = fc
  .record({
    count: fc.nat(60),
    sureShare: fc.integer({ min: 0, max: 4 }),
    columns: fc.integer({ min: 2, max: 7 }),
    rowHeight: fc.integer({ min: 40, max: 300 }),
    headingHeight: fc.integer({ min: 10, max: 90 }),
  })
  .map(({ sureShare, ...layout }) => ({ ...layout, sure: Math.floor((layout.count * sureShare) / 4) }));

test('every hit is in one row, in order, and the less sure ones come under the heading', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const rows = new HitRows(layout);
      let next = 0;
      for (let row = 0; row < rows.count; row++) {
        const { start, end } = rows.hitsOf(row);
        expect(start).toBe(next);
        expect(end - start).toBeLessThanOrEqual(layout.columns);
        if (row === rows.heading) expect([start, end]).toEqual([layout.sure, layout.sure]);
        else expect(end).toBeGreaterThan(start);
        if (row !== rows.heading) for (let hit = start; hit < end; hit++) expect(rows.rowOf(hit)).toBe(row);
        next = end;
      }
      expect(next).toBe(layout.count);
      expect(rows.heading >= 0).toBe(layout.sure < layout.count);
    }),
  );
});

test('rows lie one below the other without gaps, and each is found at any of its heights', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const rows = new HitRows(layout);
      let top = 0;
      for (let row = 0; row < rows.count; row++) {
        expect(rows.top(row)).toBe(top);
        for (const y of [top, top + rows.heightOf(row) / 2, top + rows.heightOf(row) - 0.5])
          expect(rows.rowAt(y)).toBe(row);
        top += rows.heightOf(row);
      }
      expect(rows.height).toBe(top);
      if (rows.count > 0) expect([rows.rowAt(-50), rows.rowAt(top + 50)]).toEqual([0, rows.count - 1]);
    }),
  );
});
