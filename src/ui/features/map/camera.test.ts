import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_ZOOM, MOST_ZOOM } from '../../shared/route/mapPlace.ts';
import { cellAt, cellsInSight, fitted, pointOf, showing, zoomedAt } from './camera.ts';

const size = { width: 800, height: 600 };
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const anyPlace = fc.record({ x: coordinate, y: coordinate, zoom: fc.double({ min: 1, max: 300, noNaN: true }) });
const anyPoint = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

test('a point of the view lies on one place of the map, and back', () => {
  fc.assert(
    fc.property(anyPlace, anyPoint, (place, point) => {
      const back = pointOf(place, size, cellAt(place, size, point));
      expect(back.x).toBeCloseTo(point.x, 6);
      expect(back.y).toBeCloseTo(point.y, 6);
    }),
  );
});

test('what lies under the pointer stays there while it zooms, within the limits', () => {
  fc.assert(
    fc.property(anyPlace, anyPoint, fc.double({ min: 0.1, max: 10, noNaN: true }), (place, point, factor) => {
      const zoomed = zoomedAt(place, factor, size, point);
      expect(zoomed.zoom).toBeGreaterThanOrEqual(LEAST_ZOOM);
      expect(zoomed.zoom).toBeLessThanOrEqual(MOST_ZOOM);
      const [before, after] = [cellAt(place, size, point), cellAt(zoomed, size, point)];
      expect(after.x).toBeCloseTo(before.x, 6);
      expect(after.y).toBeCloseTo(before.y, 6);
    }),
  );
});

test('what is fitted is in sight whole', () => {
  fc.assert(
    fc.property(
      fc.record({ x0: fc.integer({ min: -99, max: 99 }), y0: fc.integer({ min: -99, max: 99 }) }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 200 }),
      ({ x0, y0 }, width, height) => {
        const box = { x0, y0, x1: x0 + width, y1: y0 + height };
        const seen = cellsInSight(fitted(box, size), size);
        expect(seen.x0).toBeLessThanOrEqual(box.x0);
        expect(seen.y0).toBeLessThanOrEqual(box.y0);
        expect(seen.x1).toBeGreaterThanOrEqual(box.x1);
        expect(seen.y1).toBeGreaterThanOrEqual(box.y1);
      },
    ),
  );
});

test('a photo that keys act on comes into sight, and nothing moves where it is in sight already', () => {
  fc.assert(
    fc.property(anyPlace, fc.record({ x: coordinate, y: coordinate }), (place, cell) => {
      const shown = showing(place, size, cell);
      const at = pointOf(shown, size, cell);
      expect(at.x).toBeGreaterThanOrEqual(-1e-6);
      expect(at.x).toBeLessThanOrEqual(size.width + 1e-6);
      const again = showing(shown, size, cell);
      expect(again.x).toBeCloseTo(shown.x, 9);
      expect(again.y).toBeCloseTo(shown.y, 9);
    }),
  );
});
