import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { cellsOf } from './cells.ts';
import { collectionLayout } from './collectionLayout.ts';
import type { LayoutInput } from './layoutInput.ts';

/** Runs it at once. */
function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Groups of photos whose codes differ in a few bits from their group's. */
function grouped(groups: number, each: number, seed: number): LayoutInput {
  const random = seededRandom(seed);
  const word = () => Math.floor(random() * 2 ** 32);
  const centres = Array.from({ length: groups }, () => [word(), word()] as const);
  const photos = groups * each;
  const codes = new Uint32Array(photos * 2);
  for (let n = 0; n < photos; n++) {
    const [a, b] = centres[n % groups]!;
    codes[2 * n] = a ^ (1 << Math.floor(random() * 32));
    codes[2 * n + 1] = b ^ (1 << Math.floor(random() * 32));
  }
  return { codes, looks: Uint32Array.from({ length: photos * 4 }, word) };
}

function pairs(cells: Int32Array): Set<string> {
  return new Set(Array.from({ length: cells.length / 2 }, (_, n) => `${cells[2 * n]},${cells[2 * n + 1]}`));
}

test('any photos, be they one, two or all alike, get a cell each, and the same one the next time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer(),
      (photos, kinds, seed) => {
        const random = seededRandom(seed);
        const kind = Array.from({ length: kinds }, () => Math.floor(random() * 2 ** 32));
        const codes = Uint32Array.from({ length: photos * 2 }, (_, i) => kind[(i >> 1) % kinds]!);
        const input = { codes, looks: new Uint32Array(photos * 4) };
        const cells = finished(collectionLayout(input));
        expect(pairs(cells).size).toBe(photos);
        expect(finished(collectionLayout(input))).toEqual(cells);
      },
    ),
    { numRuns: 30 },
  );
});

test('photos of like codes lie together: the nearest on the map is of the same group', () => {
  const [groups, each] = [6, 40];
  const cells = finished(collectionLayout(grouped(groups, each, 3)));
  const photos = groups * each;
  let own = 0;
  for (let n = 0; n < photos; n++) {
    let [nearest, least] = [-1, Infinity];
    for (let m = 0; m < photos; m++) {
      const square = (cells[2 * n]! - cells[2 * m]!) ** 2 + (cells[2 * n + 1]! - cells[2 * m + 1]!) ** 2;
      if (m !== n && square < least) [nearest, least] = [m, square];
    }
    own += Number(nearest % groups === n % groups);
  }
  // Where two groups touch a neighbour may be of the other one.
  expect(own / photos).toBeGreaterThan(0.95);
});

test('a photo is laid into the free cell nearest to its place', () => {
  // A crowd at one place, and one photo far from it.
  const places = Float32Array.from([...Array.from({ length: 200 }, () => 0), 50, 50]);
  const cells = cellsOf(places);
  const crowd = Array.from({ length: 100 }, (_, n) => [cells[2 * n]!, cells[2 * n + 1]!] as const);
  const [x, y] = crowd[0]!;
  // A hundred cells fill a disc of radius √(100 / π) ≈ 5.6.
  for (const [a, b] of crowd) expect(Math.hypot(a - x, b - y)).toBeLessThan(7);
  expect(pairs(cells).size).toBe(101);
});

test('codes and looks of different lengths are refused', () => {
  expect(() => finished(collectionLayout({ codes: new Uint32Array(4), looks: new Uint32Array(4) }))).toThrow(
    'collectionLayout: got 4 words of codes and 4 of looks, wanted 2 and 4 a photo',
  );
});
