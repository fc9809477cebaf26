import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { keyTarget } from './keyTarget.ts';

interface RovingTiles {
  /** The one tile that Tab reaches. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Arrow keys over tiles that carry `data-tile={index}`, `columns` in a row. A tile that a virtual list has not rendered
 * yet is scrolled to first and gets the focus once it is there.
 */
export function useRovingTiles(
  container: RefObject<HTMLElement | null>,
  count: number,
  columns: number,
  scrollTo: (index: number) => void,
): RovingTiles {
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const current = Math.max(0, Math.min(active, count - 1));

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const tile = container.current?.querySelector<HTMLElement>(`[data-tile="${current}"]`);
    if (tile === null || tile === undefined) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const target = tileTarget(event.key, current, count, columns);
      if (target === null) return;
      event.preventDefault();
      if (target === current) return;
      wantsFocus.current = true;
      setActive(target);
      scrollTo(target);
    },
    [current, count, columns, scrollTo],
  );
  return { active: current, setActive, onKeyDown };
}

/** Where a key leads in rows of `columns`. In a single row (`columns` ≥ `count`) up and down scroll the page. */
export function tileTarget(key: string, index: number, count: number, columns: number): number | null {
  if (columns >= count) return keyTarget(key, index, count, null);
  const last = count - 1;
  const inLastRow = index >= last - (last % columns);
  return keyTarget(key, index, count, (step) => {
    if (step < 0) return index >= columns ? index - columns : index;
    if (index + columns <= last) return index + columns;
    // Below is a short last row: to its last tile, unless the tile is in that row already.
    return inLastRow ? index : last;
  });
}
