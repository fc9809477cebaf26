/** What a person waits for, in the page's own words. */
export type Awaited =
  /** The total and so many pictures of the grid. */
  | { readonly kind: 'gallery'; readonly photos: number }
  /** Pictures among the results. */
  | { readonly kind: 'results' }
  /** Another number of photos than all of them, and pictures. */
  | { readonly kind: 'filtered'; readonly photos: number }
  /** Groups of duplicates, or that there are none. */
  | { readonly kind: 'duplicates' };

export interface Painted {
  /** From the call, or from the navigation where there was one, to the frame in which all of it was painted, milliseconds. */
  readonly ms: number;
  /** The longest task of the page's own thread meanwhile, milliseconds; 0 where none was longer than 50. */
  readonly longestTaskMs: number;
}

declare global {
  interface Window {
    /** Set by `installPaintWatch`. */
    facetPainted?: (awaited: Awaited, start: number) => Promise<Painted>;
  }
}

/** Runs in the page before anything else: it has to be whole in itself. */
export function installPaintWatch(): void {
  const tasks: { readonly start: number; readonly ms: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  const painted = (within: Element | null, least: number): boolean => {
    const pictures = [...(within?.querySelectorAll('img') ?? [])];
    return pictures.filter((picture) => picture.complete && picture.naturalWidth > 0).length >= least;
  };
  const numbers = (): number[] =>
    [...document.querySelectorAll('[role=status]')].flatMap(({ textContent }) =>
      /^[\d,. \u00a0\u202f]+(of|photos?)/.test(textContent ?? '')
        ? [Number(/^[\d,. \u00a0\u202f]+/.exec(textContent ?? '')![0].replace(/\D/g, ''))]
        : [],
    );
  const grid = () => document.querySelector('[role=grid]');
  const there = (awaited: Awaited): boolean => {
    switch (awaited.kind) {
      case 'gallery':
        return numbers().includes(awaited.photos) && painted(grid(), 8);
      case 'filtered':
        return (
          numbers().some((number) => number > 0 && number < awaited.photos) &&
          painted(document.querySelector('main'), 8)
        );
      case 'results':
        return painted(document.querySelector('[aria-label=Results]'), 8);
      case 'duplicates':
        return painted(document.querySelector('main'), 4) && grid() === null;
    }
  };
  window.facetPainted = (awaited, start) =>
    new Promise((resolve) => {
      const look = () => {
        if (!there(awaited)) return requestAnimationFrame(look);
        // What this frame shows is painted before the next one begins.
        return requestAnimationFrame(() => {
          const end = performance.now();
          const longest = tasks.filter((task) => task.start + task.ms >= start).map(({ ms }) => ms);
          resolve({ ms: end - start, longestTaskMs: Math.max(0, ...longest) });
        });
      };
      look();
    });
}
