/** How long the page's thread stood still at most, milliseconds on the wall: on a busy machine others had the processor meanwhile. */
export interface Pauses {
  readonly longest: number;
  /** Of the longest frame: how long it took, and the scripts in it that took longest, as words; empty where no frame was long. */
  readonly frame: string;
}

export const NO_PAUSES: Pauses = { longest: 0, frame: '' };

/** Runs in every tab before the app. Self-contained. */
export function watchPauses(): void {
  const seen = { longest: 0, frame: '' };
  Object.assign(window, { pauses: seen });
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    // A hidden tab's timers are slowed down by the browser.
    if (!document.hidden) seen.longest = Math.max(seen.longest, now - before - 50);
    before = now;
  }, 50);
  let longestFrame = 0;
  const field = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries()) {
      if (frame.duration <= longestFrame) continue;
      longestFrame = frame.duration;
      const scripts: unknown = field(frame, 'scripts');
      const words = (Array.isArray(scripts) ? scripts : [])
        .toSorted((a, b) => Number(field(b, 'duration')) - Number(field(a, 'duration')))
        .slice(0, 3)
        .map(
          (script) =>
            `${Math.round(Number(field(script, 'duration')))} ms in ${String(field(script, 'invoker'))} ${String(field(script, 'sourceFunctionName'))}`,
        );
      seen.frame = `${Math.round(frame.duration)} ms: ${words.join(', ') || 'no script'}`;
    }
  }).observe({ type: 'long-animation-frame' });
}

/** The longest of both. */
export function longer(a: Pauses, b: Pauses): Pauses {
  return a.longest >= b.longest ? a : b;
}

/** What the page hands out, which may be gone. */
export function pausesOf(value: unknown): Pauses {
  if (typeof value !== 'object' || value === null || !('longest' in value) || !('frame' in value)) return NO_PAUSES;
  return { longest: Number(value.longest), frame: String(value.frame) };
}
