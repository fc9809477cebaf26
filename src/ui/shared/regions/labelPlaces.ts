import type { Region } from '../../../pipeline/api/pipeline.ts';
import type { Point } from '../model/seedDistances.ts';

/** A label to be placed: the box that it names (shares of the photo) and its own size, CSS pixels. */
export interface PlacedLabel {
  readonly region: Region;
  readonly width: number;
  readonly height: number;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between a box and a label outside it. */
const GAP = 3;

/**
 * Where each label goes, in order: at a corner of its box, outside before inside, at the first place where it lies on the
 * photo and on no label before it. Where there is none it stands at the first place, and the later one covers it.
 * @param frame size of the photo on the screen, CSS pixels
 * @returns top left corners in the photo's frame, CSS pixels
 */
export function labelPlaces(
  labels: readonly PlacedLabel[],
  frame: { readonly width: number; readonly height: number },
): Point[] {
  const taken: Rectangle[] = [];
  return labels.map(({ region, width, height }) => {
    const candidates = cornersOf(region, width, height, frame).map(({ x, y }) => ({
      x: Math.max(0, Math.min(frame.width - width, x)),
      y: Math.max(0, Math.min(frame.height - height, y)),
      width,
      height,
    }));
    const free = candidates.find((one) => taken.every((other) => !overlap(one, other))) ?? candidates[0];
    if (free === undefined) return { x: 0, y: 0 };
    taken.push(free);
    return { x: free.x, y: free.y };
  });
}

function cornersOf(
  { x0, y0, x1, y1 }: Region,
  width: number,
  height: number,
  frame: { width: number; height: number },
) {
  const left = x0 * frame.width;
  const right = x1 * frame.width - width;
  const top = y0 * frame.height;
  const bottom = y1 * frame.height;
  const outside = [top - height - GAP, bottom + GAP].filter((y) => y >= 0 && y + height <= frame.height);
  const inside = [top + GAP, bottom - height - GAP];
  return [
    ...outside.flatMap((y) => [
      { x: left, y },
      { x: right, y },
    ]),
    ...inside.flatMap((y) => [
      { x: left + GAP, y },
      { x: right - GAP, y },
    ]),
    // Down the left side, for many boxes that share their corners.
    ...Array.from({ length: 6 }, (_, n) => ({ x: left + GAP, y: top + GAP + (n + 1) * (height + GAP) })),
  ];
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
