import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FITTED, MOST_ZOOM, panned, type Zoom, type ZoomSpace, zoomedAt } from './zoom.ts';

const space = fc
  .record({
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 1400 }),
    ratio: fc.double({ min: 0.3, max: 3, noNaN: true }),
  })
  .map(({ width, height, ratio }): ZoomSpace => {
    const fittedWidth = Math.min(width, height * ratio);
    return { stage: { width, height }, fitted: { width: fittedWidth, height: fittedWidth / ratio } };
  });
const point = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
});
const factors = fc.array(fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), point), { maxLength: 12 });

const edges = ({ scale, offset }: Zoom, { fitted }: ZoomSpace) => ({
  left: offset.x - (fitted.width * scale) / 2,
  right: offset.x + (fitted.width * scale) / 2,
  top: offset.y - (fitted.height * scale) / 2,
  bottom: offset.y + (fitted.height * scale) / 2,
});

test('however it is zoomed and moved, a photo shows no gap that it could cover, and is centred where it is smaller', () => {
  fc.assert(
    fc.property(space, factors, point, (room, steps, by) => {
      const zoomed = steps.reduce((zoom, [factor, at]) => zoomedAt(zoom, factor, at, room), FITTED);
      const zoom = panned(zoomed, by, room);
      const { left, right, top, bottom } = edges(zoom, room);
      const slack = 1e-6;
      for (const [near, far, size] of [
        [left, right, room.stage.width],
        [top, bottom, room.stage.height],
      ] as const) {
        if (far - near <= size) expect(Math.abs(near + far)).toBeLessThan(slack);
        else {
          expect(near).toBeLessThanOrEqual(-size / 2 + slack);
          expect(far).toBeGreaterThanOrEqual(size / 2 - slack);
        }
      }
      expect(zoom.scale).toBeGreaterThanOrEqual(1);
      expect(zoom.scale).toBeLessThanOrEqual(MOST_ZOOM);
    }),
  );
});

test('what lies under the pointer stays there while the photo covers the stage', () => {
  const room: ZoomSpace = { stage: { width: 800, height: 600 }, fitted: { width: 800, height: 600 } };
  const under = (zoom: Zoom, at: number) => (at - zoom.offset.x) / zoom.scale;
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.double({ min: 1, max: 3, noNaN: true }), (x, factor) => {
      const near = zoomedAt(FITTED, 2, { x: 0, y: 0 }, room);
      const nearer = zoomedAt(near, factor, { x, y: 0 }, room);
      expect(under(nearer, x)).toBeCloseTo(under(near, x), 6);
    }),
  );
});

test('zooming out all the way is where it began', () => {
  const room: ZoomSpace = { stage: { width: 800, height: 600 }, fitted: { width: 450, height: 600 } };
  const near = panned(zoomedAt(FITTED, 4, { x: 100, y: -50 }, room), { x: 70, y: 30 }, room);
  expect(zoomedAt(near, 0.01, { x: -300, y: 20 }, room)).toEqual({
    scale: 1,
    offset: { x: expect.closeTo(0), y: expect.closeTo(0) },
  });
});
