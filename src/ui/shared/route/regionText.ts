import type { Region } from '../../../pipeline/api/pipeline.ts';

/** A region as it stands in an address: 'x0,y0,x1,y1', four decimals each. */
export function regionText({ x0, y0, x1, y1 }: Region): string {
  return [x0, y0, x1, y1].map((share) => share.toFixed(4)).join(',');
}

/** The region of such a text; null for anything else, a region outside the photo or turned inside out included. */
export function regionFromText(text: string | null): Region | null {
  const [x0, y0, x1, y1] = (text ?? '').split(',').map(Number);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  const inside = [x0, y0, x1, y1].every((share) => share >= 0 && share <= 1);
  return inside && x0 < x1 && y0 < y1 ? { x0, y0, x1, y1 } : null;
}
