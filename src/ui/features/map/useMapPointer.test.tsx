// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { MapPlace } from '../../shared/route/mapPlace.ts';
import { useMapPointer } from './useMapPointer.ts';

const size = { width: 400, height: 300 };
let unmount = () => {};

afterEach(() => {
  unmount();
  document.body.replaceChildren();
});

interface Seen {
  place: MapPlace;
  taps: number;
  readonly lines: { readonly x: number; readonly y: number }[][];
}

function Surface({ seen, drawing }: { readonly seen: Seen; readonly drawing: boolean }) {
  const { handlers } = useMapPointer({
    place: () => seen.place,
    size,
    drawing,
    onMove: (place) => {
      seen.place = place;
    },
    onTap: () => seen.taps++,
    onLasso: (line) => seen.lines.push([...line]),
  });
  return <div data-map {...handlers} />;
}

/** The map's surface alone. The place goes on with every step, as the camera's does, whether or not it is drawn. */
async function surface(drawing: boolean) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const seen: Seen = { place: { x: 0, y: 0, zoom: 10 }, taps: 0, lines: [] };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => act(() => root.unmount());
  await act(async () => root.render(<Surface seen={seen} drawing={drawing} />));
  const element = document.querySelector<HTMLElement>('[data-map]');
  if (element === null) throw new Error('surface: got no element, wanted one');
  element.setPointerCapture = () => {};
  const send = (type: string, clientX: number, clientY: number, pointerId = 1) =>
    element.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, pointerId, clientX, clientY }));
  return { seen, send };
}

test('a line has all of its points though nothing is drawn between them', async () => {
  const { seen, send } = await surface(true);
  await act(async () => {
    send('pointerdown', 10, 10);
    for (const [x, y] of [
      [100, 10],
      [100, 100],
      [10, 100],
    ] as const)
      send('pointermove', x, y);
    send('pointerup', 10, 100);
  });
  expect(seen.lines).toEqual([
    [
      { x: 10, y: 10 },
      { x: 100, y: 10 },
      { x: 100, y: 100 },
      { x: 10, y: 100 },
    ],
  ]);
  expect(seen.taps).toBe(0);
});

test('the map follows a drag by all of its way, and a press without one is a tap', async () => {
  const { seen, send } = await surface(false);
  await act(async () => {
    send('pointerdown', 50, 50);
    send('pointermove', 80, 50);
    send('pointermove', 90, 70);
    send('pointerup', 90, 70);
  });
  expect(seen.place).toEqual({ x: -4, y: -2, zoom: 10 });
  await act(async () => {
    send('pointerdown', 50, 50);
    send('pointermove', 52, 51);
    send('pointerup', 52, 51);
  });
  expect(seen.taps).toBe(1);
});

test('two fingers zoom by how far they part, and what lies between them stays there', async () => {
  const { seen, send } = await surface(false);
  await act(async () => {
    send('pointerdown', 150, 150, 1);
    send('pointerdown', 250, 150, 2);
    send('pointermove', 100, 150, 1);
    send('pointermove', 300, 150, 2);
    send('pointerup', 100, 150, 1);
    send('pointerup', 300, 150, 2);
  });
  expect(seen.place.zoom).toBeCloseTo(20, 6);
  // The middle of the view lay between them.
  expect(seen.place.x).toBeCloseTo(0, 6);
  expect(seen.taps).toBe(0);
});
