import { useEffect, useRef, useState } from 'react';

/** So long after the last move it is still said to move, milliseconds: time for a finger to come. */
const LINGER_MS = 1500;

/** Whether a position changes, or did a moment ago. */
export function useMoving(position: number): boolean {
  const [moving, setMoving] = useState(false);
  const before = useRef(position);
  useEffect(() => {
    if (before.current === position) return;
    before.current = position;
    setMoving(true);
    const timer = setTimeout(() => setMoving(false), LINGER_MS);
    return () => clearTimeout(timer);
  }, [position]);
  return moving;
}
