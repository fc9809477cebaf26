import { type RefObject, useCallback, useEffect, useState } from 'react';

/**
 * The photo alone on the screen. Where the browser has no full screen for a part of a page (iPhones), the rest of the page is
 * put away all the same.
 */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [alone, setAlone] = useState(false);
  useEffect(() => {
    // The browser's own ways out: Escape, its menu, a gesture.
    const onChange = () => setAlone(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  const enter = useCallback(() => {
    setAlone(true);
    const part = element.current?.closest<HTMLElement>('[role=dialog]');
    // A browser that refuses has put away the rest of the page at least.
    part?.requestFullscreen?.().catch(() => {});
  }, [element]);
  const leave = useCallback(() => {
    setAlone(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }, []);
  return { alone, enter, leave };
}
