import { useCallback, useState } from 'react';

/** The height of the element that gets `ref`, in CSS pixels; null until it is known, which is before the first paint. */
export function useElementHeight(): {
  readonly height: number | null;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [height, setHeight] = useState<number | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    setHeight(element.offsetHeight);
    const observer = new ResizeObserver(() => setHeight(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { height, ref };
}
