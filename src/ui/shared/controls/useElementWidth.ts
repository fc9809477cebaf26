import { useCallback, useState } from 'react';
import { contentSize } from './contentSize.ts';

/** The content width of the element that gets `ref`, in CSS pixels; 0 until it is known, which is before the first paint. */
export function useElementWidth(): {
  readonly width: number;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    // The observer tells of it only with the next frame, and what stands in the element would be missing in this one.
    setWidth(Math.floor(contentSize(element).width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
