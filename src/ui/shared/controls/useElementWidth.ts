import { useCallback, useState } from 'react';

/** The content width of the element that gets `ref`, in CSS pixels; 0 until it is known. */
export function useElementWidth(): {
  readonly width: number;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
