import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JustifiedRowsBuilder, justifiedRows } from './justifiedRowsBuilder.ts';

const layout = { width: 1000, rowHeight: 200, gap: 8, headerHeight: 56 };

/** Aspects, and where sections begin among them. */
const galleries = fc.array(fc.double({ min: 0.1, max: 6, noNaN: true }), { maxLength: 60 }).chain((aspects) =>
  fc.record({
    aspects: fc.constant(Float32Array.from(aspects)),
    sections:
      aspects.length === 0
        ? fc.constant(new Uint32Array())
        : fc
            .uniqueArray(fc.nat(aspects.length - 1), { maxLength: 8 })
            .map((starts) => Uint32Array.from(starts.sort((a, b) => a - b))),
  }),
);

test('every photo lies in exactly one row, in order, under its header, and rows that are full fill the width', () => {
  fc.assert(
    fc.property(galleries, ({ aspects, sections }) => {
      const rows = justifiedRows(aspects, layout, sections);
      const headers: number[] = [];
      let [next, y] = [0, 0];
      for (let row = 0; row < rows.count; row++) {
        expect(rows.start(row)).toBe(next);
        expect(rows.top(row)).toBeCloseTo(y, 6);
        y += rows.heightOf(row) + layout.gap;
        next = rows.end(row);
        if (rows.isHeader(row)) {
          headers.push(rows.start(row));
          expect(rows.isHeader(row + 1)).toBe(false);
          continue;
        }
        for (let photo = rows.start(row); photo < rows.end(row); photo++) expect(rows.rowOf(photo)).toBe(row);
        const widths = rows.widths(row);
        const filled = widths.reduce((sum, width) => sum + width, 0) + layout.gap * (widths.length - 1);
        expect(filled).toBeLessThanOrEqual(layout.width + 1e-3);
        expect(rows.heightOf(row)).toBeLessThanOrEqual(layout.rowHeight + 1e-9);
        const last = next === aspects.length || sections.includes(next);
        if (!last) expect(filled).toBeCloseTo(layout.width, 3);
      }
      expect(next).toBe(aspects.length);
      expect(headers).toEqual([...sections]);
      expect(rows.height).toBeCloseTo(Math.max(0, y - layout.gap), 6);
    }),
  );
});

test('the row at a height is the one that is drawn there', () => {
  fc.assert(
    fc.property(galleries, fc.double({ min: 0, max: 1, noNaN: true }), ({ aspects, sections }, share) => {
      fc.pre(aspects.length > 0);
      const rows = justifiedRows(aspects, layout, sections);
      const y = share * rows.height;
      const row = rows.rowAt(y);
      expect(rows.top(row)).toBeLessThanOrEqual(y);
      if (row < rows.count - 1) expect(rows.top(row + 1)).toBeGreaterThan(y);
    }),
  );
});

test('laid out in pieces, the rows are the same', () => {
  fc.assert(
    fc.property(galleries, fc.integer({ min: 1, max: 9 }), ({ aspects, sections }, piece) => {
      const builder = new JustifiedRowsBuilder(aspects, sections, layout);
      while (!builder.done) builder.advance(piece);
      const [pieces, whole] = [builder.rows(), justifiedRows(aspects, layout, sections)];
      const of = (rows: typeof whole) =>
        Array.from({ length: rows.count + 1 }, (_, row) => [rows.start(row), rows.top(row)]);
      expect(of(pieces)).toEqual(of(whole));
    }),
  );
});

test('up and down lead over headers, to a photo in the next row, and stay at the edges', () => {
  fc.assert(
    fc.property(galleries, fc.nat(), ({ aspects, sections }, any) => {
      fc.pre(aspects.length > 0);
      const rows = justifiedRows(aspects, layout, sections);
      const photo = any % aspects.length;
      const photoRows = Array.from({ length: rows.count }, (_, row) => row).filter((row) => !rows.isHeader(row));
      const at = photoRows.indexOf(rows.rowOf(photo));
      for (const step of [-1, 1] as const) {
        const to = photoRows[at + step];
        const target = rows.neighbour(photo, step);
        if (to === undefined) expect(target).toBe(photo);
        else expect(rows.rowOf(target)).toBe(to);
      }
    }),
  );
});

test('a short last row keeps the desired height', () => {
  expect(justifiedRows(Float32Array.of(1.5), layout).heightOf(0)).toBe(200);
});

test('a grid without a width is rejected', () => {
  expect(() => justifiedRows(Float32Array.of(1), { ...layout, width: 0 })).toThrow('got width 0, wanted more than 0');
});

test('up and down go to the nearest middle', () => {
  const rows = justifiedRows(new Float32Array(12).fill(1.25), layout);
  expect(Array.from({ length: rows.count }, (_, row) => rows.end(row) - rows.start(row))).toEqual([4, 4, 4]);
  expect(rows.rowOf(7)).toBe(1);
  expect(rows.neighbour(2, 1)).toBe(6);
  expect(rows.neighbour(6, -1)).toBe(2);
});
