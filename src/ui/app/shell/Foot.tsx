import { type ReactNode, useCallback } from 'react';

/** What stands at the foot of the page; `--foot` is its height, for what floats above it. */
export function Foot({ children }: { readonly children: ReactNode }) {
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--foot', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--foot');
    };
  }, []);
  return <div ref={ref}>{children}</div>;
}
