import type { ScrollMap } from './scrollMap.ts';

/** Where a mapped list is scrolled to: `list` is what is in sight, `scroll` what the browser says. CSS pixels from the top. */
export interface ScrollPosition {
  readonly list: number;
  readonly scroll: number;
}

/** The browser's position for a place in the list. */
export function positionAt(map: ScrollMap, list: number): ScrollPosition {
  const at = Math.min(map.far, Math.max(0, list));
  return { list: at, scroll: map.scrollAt(at) };
}

/**
 * After the browser scrolled. A step of the wheel, a finger or a key moves the list by as many pixels, wherever it is; a step farther than
 * `near` is of the scrollbar and goes where the map says. Both ends are both ends.
 * @param near a few heights of what is in sight
 */
export function scrolledTo(map: ScrollMap, from: ScrollPosition, scroll: number, near: number): ScrollPosition {
  const step = scroll - from.scroll;
  if (Math.abs(step) > near || scroll <= 0 || scroll >= map.scrollFar) return { list: map.listAt(scroll), scroll };
  const list = from.list + step;
  if (list < 0 || list > map.far) return { list: map.listAt(scroll), scroll };
  return { list, scroll };
}
