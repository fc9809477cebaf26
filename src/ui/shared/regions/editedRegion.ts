import type { Region } from '../../../pipeline/api/pipeline.ts';
import type { Point } from '../model/seedDistances.ts';

/** The least side of a box that a person draws, as a share of the photo's. */
export const SMALLEST_SIDE = 0.03;

/** Which sides of a box a handle moves: −1 the near one, 1 the far one, 0 neither. */
export interface Handle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** From the top left corner clockwise. */
export const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

/** The box between two corners, whichever comes first. */
export function regionBetween(a: Point, b: Point): Region {
  return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
}

/** Moves a box by shares of the photo; it keeps its size and stays inside. */
export function movedRegion({ x0, y0, x1, y1 }: Region, by: Point): Region {
  const x = Math.min(1 - x1, Math.max(-x0, by.x));
  const y = Math.min(1 - y1, Math.max(-y0, by.y));
  return { x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y };
}

/** Moves the sides that a handle holds; the box stays inside the photo and no side becomes shorter than `SMALLEST_SIDE`. */
export function resizedRegion(region: Region, handle: Handle, by: Point): Region {
  const [x0, x1] = resizedSpan(region.x0, region.x1, handle.x, by.x);
  const [y0, y1] = resizedSpan(region.y0, region.y1, handle.y, by.y);
  return { x0, y0, x1, y1 };
}

function resizedSpan(near: number, far: number, side: -1 | 0 | 1, by: number): [near: number, far: number] {
  if (side < 0) return [Math.max(0, Math.min(far - SMALLEST_SIDE, near + by)), far];
  if (side > 0) return [near, Math.min(1, Math.max(near + SMALLEST_SIDE, far + by))];
  return [near, far];
}
