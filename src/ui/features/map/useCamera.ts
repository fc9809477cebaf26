import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { type MapPlace, placeText } from '../../shared/route/mapPlace.ts';
import { fitted, kept, type ViewSize } from './camera.ts';
import type { CellBox } from './mapModel.ts';

/** The address follows once the map has come to rest. */
const REST_MS = 300;
const FLIGHT_MS = 450;

/** What is in sight of the map, in step with the address. */
export function useCamera(box: CellBox, size: ViewSize, address: MapPlace | null) {
  const { router } = useFacet();
  const [moved, setMoved] = useState<MapPlace | null>(address);
  const [seen, setSeen] = useState(address);
  // Back, Forward and a typed address move the map.
  if (seen !== address) {
    setSeen(address);
    // The address has one decimal: where it follows the map, the map stays where it is.
    if (address === null || moved === null || placeText(address) !== placeText(moved)) setMoved(address);
  }
  const place = moved ?? fitted(box, size);
  // Pointers and wheels tell of several steps before the page is drawn again: each goes on from the one before.
  const latest = useRef(place);
  useLayoutEffect(() => {
    latest.current = place;
  }, [place]);
  const flight = useRef(0);
  const rest = useRef(0);
  useEffect(
    () => () => {
      cancelAnimationFrame(flight.current);
      clearTimeout(rest.current);
    },
    [],
  );

  const settle = useCallback(
    (to: MapPlace | null) => {
      clearTimeout(rest.current);
      rest.current = window.setTimeout(() => {
        const { base, overlay } = router.getSnapshot();
        if (base.view === 'map') router.go({ base: { view: 'map', place: to }, overlay }, 'replace');
      }, REST_MS);
    },
    [router],
  );
  /** Null for all of the map. */
  const move = useCallback(
    (to: MapPlace | null) => {
      cancelAnimationFrame(flight.current);
      const next = to && kept(to, box);
      if (next !== null) latest.current = next;
      setMoved(next);
      settle(next);
    },
    [box, settle],
  );
  /** The same on a way that eyes can follow, unless a person wants no motion. */
  const fly = useCallback(
    (to: MapPlace) => {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return move(to);
      cancelAnimationFrame(flight.current);
      const [from, start] = [latest.current, performance.now()];
      const frame = (now: number) => {
        const share = Math.min(1, (now - start) / FLIGHT_MS);
        const eased = 1 - (1 - share) ** 3;
        if (share === 1) return move(to);
        const between = (a: number, b: number) => a + (b - a) * eased;
        setMoved({
          x: between(from.x, to.x),
          y: between(from.y, to.y),
          // In steps that look alike, near and far.
          zoom: from.zoom * (to.zoom / from.zoom) ** eased,
        });
        flight.current = requestAnimationFrame(frame);
      };
      flight.current = requestAnimationFrame(frame);
    },
    [move],
  );
  const current = useCallback(() => latest.current, []);
  return { place, current, move, fly };
}
