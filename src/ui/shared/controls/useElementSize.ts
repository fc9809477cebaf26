import { useCallback, useState } from 'react';
import { contentSize } from './contentSize.ts';

interface ElementSize {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: ElementSize = { width: 0, height: 0 };

/** The content size of the element that gets `ref`, in CSS pixels; 0 × 0 until it is known, which is before the first paint. */
export function useElementSize(): {
  readonly size: ElementSize;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [size, setSize] = useState(UNKNOWN);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    setSize(contentSize(element));
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { size, ref };
}
