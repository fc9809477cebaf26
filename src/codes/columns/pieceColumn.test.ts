import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PieceColumn } from './pieceColumn.ts';
import { REMOVED } from './removed.ts';
import { WasmArena } from './wasmArena.ts';

const ROWS = 200_000;
const NONE = 7;

test('entries lie at their rows however far apart these are, and follow rows that move', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 70_000 })), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (given, every) => {
      let last = -1;
      const rows = given.map((step) => (last += step)).filter((row) => row < ROWS);
      const arena = new WasmArena();
      const column = new PieceColumn(arena, { pieces: 4, looks: 0 });
      const half = rows.length >> 1;
      for (const part of [rows.slice(0, half), rows.slice(half)])
        column.append(0, {
          places: Uint32Array.from(part),
          pieces: Uint32Array.from(part, (row) => row + 1000),
          looks: new Uint32Array(0),
        });
      const there = () => {
        const bytes = new Uint8Array(ROWS * 4);
        column.spread(bytes, Uint32Array.of(NONE));
        const pieces = new Uint32Array(bytes.buffer);
        const found: [number, number][] = [];
        for (let row = 0; row < ROWS; row++) if (pieces[row] !== NONE) found.push([row, pieces[row]!]);
        return found;
      };
      expect(there()).toEqual(rows.map((row) => [row, row + 1000]));
      expect(rows.every((row) => column.has(row) && column.has(row + 1) === rows.includes(row + 1))).toBe(true);

      let left = 0;
      const rowTo = new Uint32Array(ROWS);
      for (let row = 0; row < ROWS; row++) rowTo[row] = row % every === 0 ? REMOVED : left++;
      column.move(rowTo);
      const kept = rows.filter((row) => rowTo[row] !== REMOVED);
      expect(there()).toEqual(kept.map((row) => [rowTo[row], row + 1000]));
      expect(column.count).toBe(kept.length);
    }),
    { numRuns: 20 },
  );
});
