import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MapModel } from './mapModel.ts';

function modelOf(cells: readonly (readonly [number, number])[], strongest = cells.map(() => -1)): MapModel {
  return new MapModel({
    revision: 1,
    numbers: Uint32Array.from(cells, (_, n) => 100 + n),
    cells: Int32Array.from(cells.flat()),
    strongest: Int16Array.from(strongest),
    leftOut: 0,
  });
}

const anyCells = fc.uniqueArray(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 1,
  maxLength: 40,
  selector: ([x, y]) => `${x},${y}`,
});

test('Page Down comes to every photo, row by row, and Page Up leads back', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const model = modelOf(cells);
      const walk = [0];
      while (walk.length < cells.length) walk.push(model.following(walk.at(-1)!, 1));
      expect(new Set(walk).size).toBe(cells.length);
      expect(model.following(walk.at(-1)!, 1)).toBe(0);
      walk.slice(1).forEach((n, i) => {
        expect(model.following(n, -1)).toBe(walk[i]);
      });
    }),
  );
});

const DIRECTIONS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

test('an arrow leads to a photo that lies more that way than aside, and nowhere only where there is none', () => {
  fc.assert(
    fc.property(anyCells, fc.constantFrom(...DIRECTIONS), (cells, [dx, dy]) => {
      const model = modelOf(cells);
      const [x, y] = cells[0]!;
      const lies = ([a, b]: readonly [number, number]) => {
        const ahead = (a - x) * dx + (b - y) * dy;
        return ahead > 0 && Math.abs((a - x) * dy) + Math.abs((b - y) * dx) <= ahead;
      };
      const next = model.next(0, dx, dy);
      expect(next === null ? null : lies(cells[next]!)).toBe(cells.some(lies) ? true : null);
    }),
  );
});

test('a line around a rectangle holds the photos inside it, whichever way it is drawn', () => {
  fc.assert(
    fc.property(anyCells, fc.integer({ min: -9, max: 8 }), fc.integer({ min: -9, max: 8 }), (cells, x0, y0) => {
      const model = modelOf(cells);
      const [x1, y1] = [x0 + 4.5, y0 + 3.5];
      const line = [
        { x: x0 - 0.5, y: y0 - 0.5 },
        { x: x1, y: y0 - 0.5 },
        { x: x1, y: y1 },
        { x: x0 - 0.5, y: y1 },
      ];
      const wanted = cells.flatMap(([x, y], n) => (x >= x0 && x < x1 && y >= y0 && y < y1 ? [100 + n] : []));
      expect([...model.inside(line)]).toEqual(wanted);
      expect([...model.inside([...line].reverse())]).toEqual(wanted);
    }),
  );
});

test('a category has a place on the map where most of its photos lie, the largest first', () => {
  const cells = [
    ...Array.from({ length: 9 }, (_, n) => [n % 3, Math.floor(n / 3)] as const),
    ...Array.from({ length: 4 }, (_, n) => [50 + n, 50] as const),
    [90, 90] as const,
  ];
  // One of the first nine's category lies far away.
  const model = modelOf(cells, [...Array(9).fill(0), ...Array(4).fill(1), 0]);
  expect(model.regions.map(({ category, count }) => [category, count])).toEqual([
    [0, 10],
    [1, 4],
  ]);
  const [largest] = model.regions;
  expect(largest!.box.x1).toBeLessThan(10);
  expect(model.map.strongest[largest!.middle]).toBe(0);
});
