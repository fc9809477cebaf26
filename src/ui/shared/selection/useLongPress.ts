import { type PointerEvent, type SyntheticEvent, useEffect, useMemo, useRef } from 'react';

const LONG_MS = 450;
/** A finger that moves farther than so many pixels scrolls. */
const STILL_PX = 10;

/**
 * Handlers for an element that a finger can hold down. `pressed` says whether the click that follows is the end of a long press, which did
 * its work already.
 */
export function useLongPress(onLongPress: () => void) {
  const latest = useRef(onLongPress);
  useEffect(() => {
    latest.current = onLongPress;
  });
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start = { x: 0, y: 0 };
    let done = false;
    const stop = () => clearTimeout(timer);
    return {
      onPointerDown: (event: PointerEvent) => {
        done = false;
        if (event.pointerType !== 'touch') return;
        start = { x: event.clientX, y: event.clientY };
        timer = setTimeout(() => {
          done = true;
          latest.current();
        }, LONG_MS);
      },
      onPointerMove: (event: PointerEvent) => {
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL_PX) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      // The browser's own menu of a picture would come up under the finger.
      onContextMenu: (event: SyntheticEvent) => {
        if (done) event.preventDefault();
      },
      pressed: () => {
        const was = done;
        done = false;
        return was;
      },
    };
  }, []);
}
