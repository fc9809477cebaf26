import type { Scratch } from '../arena/scratch.ts';

/**
 * The least overlap of two boxes that both overlap one object by `threshold`, as measured on pairs of candidates of `train` photos: where
 * one overlaps an object by the threshold, so does the other in a share of (overlap − reach) / (1 − reach) of the cases, and never below
 * the reach (ABLATION.md, "Order by what a box adds").
 */
export function reachOf(threshold: number): number {
  return 1.4 * threshold - 0.42;
}

/** The boxes taken so far. */
export interface TakenBoxes {
  count: number;
  /** A multiple of four. */
  readonly room: number;
  /** Planes of x0, y0, x1, y1 and area. // (5, room) */
  readonly planes: Float32Array;
  /** For each threshold its reach, and 1 / (1 − reach). // (thresholds,) each */
  readonly reaches: Float64Array;
  readonly slopes: Float64Array;
}

/** @param most room for this many */
export function takenBoxes(most: number, thresholds: readonly number[], scratch: Scratch): TakenBoxes {
  const room = Math.ceil(most / 4) * 4;
  const reaches = scratch.float64(thresholds.length);
  const slopes = scratch.float64(thresholds.length);
  thresholds.forEach((threshold, t) => {
    reaches[t] = reachOf(threshold);
    slopes[t] = 1 / (1 - reaches[t]!);
  });
  return { count: 0, room, planes: scratch.float32(5 * room), reaches, slopes };
}

/** Takes box `i` of `boxes`. */
export function take(taken: TakenBoxes, boxes: Float32Array, i: number): void {
  const { planes, room } = taken;
  const at = taken.count++;
  for (let c = 0; c < 4; c++) planes[c * room + at] = boxes[i * 4 + c]!;
  planes[4 * room + at] = (boxes[i * 4 + 2]! - boxes[i * 4]!) * (boxes[i * 4 + 3]! - boxes[i * 4 + 1]!);
}
