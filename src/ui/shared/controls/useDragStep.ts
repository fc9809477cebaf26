import { useRef } from 'react';

/**
 * Whether a change that a slider makes is a step of its own in the history: the first of a drag is, those that follow it change that step. Spread
 * `gesture` on an element around the slider.
 */
export function useDragStep() {
  const fresh = useRef(true);
  const begin = () => {
    fresh.current = true;
  };
  return {
    gesture: { onPointerDownCapture: begin, onFocusCapture: begin },
    step: (): 'push' | 'replace' => {
      const step = fresh.current ? 'push' : 'replace';
      fresh.current = false;
      return step;
    },
  };
}
