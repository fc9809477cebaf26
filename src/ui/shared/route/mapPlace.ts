/** What of the map is in sight. */
export interface MapPlace {
  /** The cell in the middle of the view; parts of cells count. */
  readonly x: number;
  readonly y: number;
  /** Side of a cell, CSS pixels. */
  readonly zoom: number;
}

export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 320;
/** As far as any map reaches. */
const FARTHEST = 1e6;

/** 'x,y,zoom', with one decimal each. */
export function placeText({ x, y, zoom }: MapPlace): string {
  return [x, y, zoom].map(tenth).join(',');
}

/** Null for whatever is no place. */
export function placeFromText(text: string | null): MapPlace | null {
  const parts = text?.split(',') ?? [];
  const [x, y, zoom] = parts.map((part) => (/^-?\d{1,7}(\.\d+)?$/.test(part) ? tenth(Number(part)) : Number.NaN));
  if (parts.length !== 3 || x === undefined || y === undefined || zoom === undefined) return null;
  const there = Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM;
  return there ? { x, y, zoom } : null;
}

/** Adding 0 turns −0 into 0. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
