import fc from 'fast-check';
import { expect, test } from 'vitest';
import { justifiedRows } from './justifiedRowsBuilder.ts';
import { highestBox, ScrollMap } from './scrollMap.ts';
import { positionAt, type ScrollPosition, scrolledTo } from './scrollPosition.ts';

const VIEW = 800;
/** Lists that are lower and higher than what can be scrolled. */
const maps = fc
  .record({ height: fc.integer({ min: 0, max: 300_000_000 }), most: fc.integer({ min: 50_000, max: 16_000_000 }) })
  .map(({ height, most }) => new ScrollMap(height, VIEW, most));
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('the map goes from end to end, keeps the order, and can be inverted', () => {
  fc.assert(
    fc.property(maps, share, share, (map, a, b) => {
      expect([map.listAt(0), map.listAt(map.scrollFar)]).toEqual([0, map.scrollFar === 0 ? 0 : map.far]);
      const [low, high] = [Math.min(a, b) * map.scrollFar, Math.max(a, b) * map.scrollFar];
      expect(map.listAt(low)).toBeLessThanOrEqual(map.listAt(high));
      expect(map.scrollAt(map.listAt(low))).toBeCloseTo(low, 3);
      const list = a * map.far;
      if (map.scrollFar > 0) expect(map.listAt(map.scrollAt(list)) - list).toBeCloseTo(0, 3);
    }),
  );
});

test('the box is never higher than what can be scrolled, and a list that fits is not mapped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), share, (height, at) => {
      const map = new ScrollMap(height, VIEW, 16_000_000);
      expect(map.boxHeight(VIEW)).toBeLessThanOrEqual(16_000_000);
      if (height <= 16_000_000) expect(map.listAt(at * map.scrollFar)).toBeCloseTo(at * map.far, 6);
    }),
  );
});

test('a million photos on a phone of three device pixels: each can be scrolled to, the last one to the foot of the page', () => {
  const rows = justifiedRows(new Float32Array(1_000_000).fill(1.5), {
    width: 390,
    rowHeight: 132,
    gap: 8,
    headerHeight: 56,
  });
  const map = new ScrollMap(rows.height, VIEW, highestBox(3));
  expect(rows.height).toBeGreaterThan(33_554_428);
  fc.assert(
    fc.property(fc.nat(999_999), (photo) => {
      const top = rows.top(rows.rowOf(photo));
      // The browser scrolls to whole device pixels.
      const scroll = Math.round(map.scrollAt(top) * 3) / 3;
      const seen = map.listAt(scroll);
      expect(top + rows.heightOf(rows.rowOf(photo))).toBeGreaterThan(seen);
      expect(top).toBeLessThan(seen + VIEW);
    }),
  );
  expect(map.listAt(map.scrollFar) + VIEW).toBeCloseTo(rows.height, 6);
});

test('small steps move the list by as much, large ones by the map, and only the ends are ends', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: -1500, max: 1500 }), fc.constant<'rest'>('rest'), share), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(maps, share, steps, (map, start, walk) => {
      let at: ScrollPosition = positionAt(map, start * map.far);
      for (const step of walk) {
        const from = at;
        if (step === 'rest') {
          at = positionAt(map, at.list);
          expect(at.list).toBe(from.list);
        } else {
          const wanted = Number.isInteger(step) && step !== 0 && step !== 1 ? at.scroll + step : step * map.scrollFar;
          const scroll = Math.min(map.scrollFar, Math.max(0, wanted));
          at = scrolledTo(map, at, scroll, 3 * VIEW);
          const moved = scroll - from.scroll;
          if (Math.abs(moved) > 3 * VIEW) expect(at.list).toBe(map.listAt(scroll));
          else if (scroll > 0 && scroll < map.scrollFar && at.list !== map.listAt(scroll)) {
            expect(at.list - from.list).toBeCloseTo(moved, 6);
          }
        }
        expect(at.list).toBeGreaterThanOrEqual(0);
        expect(at.list).toBeLessThanOrEqual(map.far);
        if (at.scroll === 0) expect(at.list).toBe(0);
        else if (at.scroll === map.scrollFar) expect(at.list).toBe(map.far);
      }
    }),
  );
});
