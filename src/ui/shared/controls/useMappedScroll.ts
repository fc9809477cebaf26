import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { highestBox, ScrollMap } from '../model/scrollMap.ts';
import { positionAt, type ScrollPosition, scrolledTo } from '../model/scrollPosition.ts';

/** When no scroll event has come for so long, the list is at rest, where the browser does not say so itself. */
const REST_MS = 160;
/** A step farther than so many heights of what is in sight is of the scrollbar. */
const NEAR = 3;

export interface MappedScroll {
  /** Height of what is in sight, CSS pixels; 0 until it is known. */
  readonly view: number;
  /** Of the box that the browser scrolls. */
  readonly boxHeight: number;
  /** What is in sight, from the top of the list to its first pixel. */
  readonly list: number;
  /** How far the list goes. */
  readonly far: number;
  /** What is added to a height in the list to get the one in the box. */
  readonly shift: number;
  /** Whether it moves fast, so that what is out of sight need not be drawn yet. */
  readonly fast: boolean;
  readonly scrollTo: (list: number) => void;
  /** Where it is by now; not only as of the last render. */
  readonly now: () => number;
}

interface Seen extends ScrollPosition {
  readonly fast: boolean;
}

/**
 * Scrolls a list of any height in a box that the browser can make. The browser's own scrolling is kept: wheel, fingers, keys and scrollbar
 * work as everywhere.
 * @param height of the list, CSS pixels
 */
export function useMappedScroll(scroller: RefObject<HTMLElement | null>, height: number): MappedScroll {
  const [view, setView] = useState(0);
  const [seen, see] = useState<Seen>({ list: 0, scroll: 0, fast: false });
  const map = useMemo(() => new ScrollMap(height, view, highestBox(window.devicePixelRatio)), [height, view]);
  const at = useRef<ScrollPosition>(seen);
  const mapNow = useRef(map);

  const moveTo = useCallback(
    (position: ScrollPosition, fast: boolean) => {
      at.current = position;
      see({ ...position, fast });
      const element = scroller.current;
      if (element === null || Math.abs(element.scrollTop - position.scroll) < 1) return;
      element.scrollTop = position.scroll;
      // The browser keeps whole device pixels only.
      at.current = { list: position.list, scroll: element.scrollTop };
    },
    [scroller],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    setView(element.clientHeight);
    const observer = new ResizeObserver(() => setView(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  // Another height is another map: what is in sight stays in sight.
  useLayoutEffect(() => {
    mapNow.current = map;
    if (map.far > 0 || at.current.list > 0) moveTo(positionAt(map, at.current.list), false);
  }, [map, moveTo]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      moveTo(positionAt(mapNow.current, at.current.list), false);
    };
    const onScroll = () => {
      const scroll = element.scrollTop;
      if (scroll === at.current.scroll) return;
      const before = at.current;
      const near = NEAR * element.clientHeight;
      at.current = scrolledTo(mapNow.current, before, scroll, near);
      const fast = Math.abs(at.current.list - before.list) > element.clientHeight / 2;
      // In this frame, so that no empty rows are seen.
      flushSync(() => see({ ...at.current, fast }));
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', rest);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', rest);
    };
  }, [scroller, moveTo]);

  const scrollTo = useCallback(
    (list: number) => {
      const target = positionAt(mapNow.current, list);
      moveTo(target, Math.abs(target.list - at.current.list) > 2000);
    },
    [moveTo],
  );
  const now = useCallback(() => at.current.list, []);
  return {
    view,
    boxHeight: map.boxHeight(view),
    list: seen.list,
    far: map.far,
    shift: seen.scroll - seen.list,
    fast: seen.fast,
    scrollTo,
    now,
  };
}
