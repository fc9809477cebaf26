import { useCallback, useState } from 'react';

interface ElementSize {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: ElementSize = { width: 0, height: 0 };

/** The content size of the element that gets `ref`, in CSS pixels; 0 × 0 until it is known. */
export function useElementSize(): {
  readonly size: ElementSize;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [size, setSize] = useState(UNKNOWN);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { size, ref };
}
