import type { PointerEvent } from 'react';
import type { Point } from '../model/seedDistances.ts';

/** The pointer's position as shares of the element that listens, 0..1. */
export function shareOf(event: PointerEvent<Element>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: clamp((event.clientX - left) / width), y: clamp((event.clientY - top) / height) };
}

/** Clamps a share to 0..1. */
export function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
