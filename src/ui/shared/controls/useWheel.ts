import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Listens to the wheel over an element. React's own wheel listeners are passive: the page would scroll or zoom as well. */
export function useWheel(element: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void): void {
  const listen = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    onWheel(event);
  });
  useEffect(() => {
    const { current } = element;
    current?.addEventListener('wheel', listen, { passive: false });
    return () => current?.removeEventListener('wheel', listen);
  }, [element]);
}
