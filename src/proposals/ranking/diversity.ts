import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';

/**
 * Until there are `upTo` boxes, what taken boxes leave of a chance counts with its root, taken `roots` times, and what a box
 * adds counts the less the larger it is: over its area to the power of `areaPower`.
 */
export interface DiversityStage {
  readonly upTo: number;
  readonly roots: number;
  /** 0 counts boxes of all sizes alike. */
  readonly areaPower: number;
}

/**
 * The least overlap of two boxes that both overlap one object by `threshold`, as measured: of the pairs of candidates of `train`
 * photos of which one does, the other does too in the share (overlap − reach) / (1 − reach), and never below the reach.
 */
export function reachOf(threshold: number): number {
  return 1.4 * threshold - 0.42;
}

/** The thresholds that the loop with SIMD is written for. */
const LOOP_COLUMNS = 5;

/**
 * Orders boxes so that the first ones find as much as they can: at each step the box is taken that adds most to the
 * expected average recall. What a box adds at a threshold is its chance of overlapping an object that much, less what the
 * taken boxes have of it already: each leaves the share of `reachOf`. So a near-copy of a taken box may still be the better
 * box for the same object at .9, while at .5 it has nothing to add; a coverage, greedily, each step's gain less than the last.
 * A root forgives: for few boxes it is better to try likely places again than the measured shares say. Among many boxes small
 * ones are to be favoured: a large object has been found by then, a small one has few boxes, none of them likely.
 *
 * Returns the indices of the first boxes, as many as the last stage's `upTo`, and in `gains` what each box taken added,
 * made to descend where a stage begins.
 * `boxes` // (N, 4); `chances` 0..1, a column for each of `thresholds`, which ascend // (N, thresholds); equal gains go by index
 *
 * Lazy: within a stage gains only fall, so a box's last known gain bounds its present one. The box on top of the heap
 * catches up with what was taken since it was last looked at; if it is still on top it is taken, else it sinks.
 */
export function diverseOrder(
  boxes: Float32Array,
  chances: Float32Array,
  thresholds: readonly number[],
  stages: readonly DiversityStage[],
  scratch: Scratch,
): { order: Int32Array; gains: Float32Array } {
  const columns = thresholds.length;
  const n = chances.length / columns;
  const most = Math.min(stages[stages.length - 1]?.upTo ?? 0, n);
  const order = scratch.int32(most);
  const gains = scratch.float32(most);
  const taken = takenBoxes(most, thresholds, scratch);
  const isTaken = scratch.uint8(n);
  // The share of each chance that the taken boxes leave.
  const open = scratch.float32(n * columns).fill(1);
  const caughtUp = scratch.int32(n);
  const gain = scratch.float32(n);
  const worth = scratch.float32(n);
  const heap = scratch.int32(n);
  const loops = columns === LOOP_COLUMNS ? loopsOn(scratch, boxes, open, taken.planes, taken.slopes, taken.near) : null;
  let lowest = Infinity;
  for (const { upTo, roots, areaPower } of stages) {
    worths(boxes, areaPower, worth);
    let waiting = 0;
    for (let i = 0; i < n; i++) {
      if (isTaken[i] === 1) continue;
      gain[i] = worth[i]! * gainOf(chances, open, i, columns, roots);
      heap[waiting++] = i;
    }
    for (let i = (waiting >> 1) - 1; i >= 0; i--) sink(heap, waiting, i, gain);
    while (taken.count < Math.min(upTo, n)) {
      const i = heap[0]!;
      if (caughtUp[i] === taken.count) {
        lowest = Math.min(lowest, gain[i]!);
        gains[taken.count] = lowest;
        order[taken.count] = i;
        isTaken[i] = 1;
        take(taken, boxes, i);
        heap[0] = heap[--waiting]!;
      } else {
        if (loops === null) catchUp(boxes, i, taken, caughtUp[i]!, open);
        else {
          loops.catchUp(
            boxes.byteOffset + i * 16,
            taken.planes.byteOffset,
            taken.room,
            caughtUp[i]!,
            taken.count,
            taken.reaches[0]!,
            taken.slopes.byteOffset,
            taken.near.byteOffset,
            open.byteOffset + i * columns * 4,
          );
        }
        caughtUp[i] = taken.count;
        gain[i] = worth[i]! * gainOf(chances, open, i, columns, roots);
      }
      sink(heap, waiting, 0, gain);
    }
  }
  return { order, gains };
}

/** What a gain counts by the size of its box, at most 1: pixels to the power of −`areaPower`. `worth` // (N,) */
function worths(boxes: Float32Array, areaPower: number, worth: Float32Array): void {
  if (areaPower === 0) {
    worth.fill(1);
    return;
  }
  for (let i = 0; i < worth.length; i++) {
    const area = (boxes[i * 4 + 2]! - boxes[i * 4]!) * (boxes[i * 4 + 3]! - boxes[i * 4 + 1]!);
    worth[i] = Math.max(1, area) ** -areaPower;
  }
}

/** What box `i` adds, boxes of all sizes alike: the mean over the thresholds of its chance times what is left of it. */
function gainOf(chances: Float32Array, open: Float32Array, i: number, columns: number, roots: number): number {
  let sum = 0;
  for (let at = i * columns, end = at + columns; at < end; at++) {
    let left = open[at]!;
    for (let k = 0; k < roots; k++) left = Math.sqrt(left);
    sum += chances[at]! * left;
  }
  return sum / columns;
}

/** The boxes taken so far, laid out for `catchUp`. */
export interface TakenBoxes {
  count: number;
  /** A multiple of four. */
  readonly room: number;
  /** Planes of x0, y0, x1, y1 and area. // (5, room) */
  readonly planes: Float32Array;
  /** For each threshold its reach, and 1 / (1 − reach). // (thresholds,) each */
  readonly reaches: Float64Array;
  readonly slopes: Float64Array;
  /** What the loop notes down: the boxes that are near. // (room + 4,) */
  readonly near: Int32Array;
}

export function takenBoxes(most: number, thresholds: readonly number[], scratch: Scratch): TakenBoxes {
  const room = Math.ceil(most / 4) * 4;
  const reaches = scratch.float64(thresholds.length);
  const slopes = scratch.float64(thresholds.length);
  thresholds.forEach((threshold, t) => {
    reaches[t] = reachOf(threshold);
    slopes[t] = 1 / (1 - reaches[t]!);
  });
  return { count: 0, room, planes: scratch.float32(5 * room), reaches, slopes, near: scratch.int32(room + 4) };
}

export function take(taken: TakenBoxes, boxes: Float32Array, i: number): void {
  const { planes, room } = taken;
  const at = taken.count++;
  for (let c = 0; c < 4; c++) planes[c * room + at] = boxes[i * 4 + c]!;
  planes[4 * room + at] = (boxes[i * 4 + 2]! - boxes[i * 4]!) * (boxes[i * 4 + 3]! - boxes[i * 4 + 1]!);
}

/** Lowers the row of `open` of box `i` for the boxes taken as the `since`-th and later, one after another. `open` // (N, thresholds) */
export function catchUp(
  boxes: Float32Array,
  i: number,
  { planes, room, count, reaches, slopes }: TakenBoxes,
  since: number,
  open: Float32Array,
): void {
  const columns = reaches.length;
  const row = i * columns;
  const x0 = boxes[i * 4]!,
    y0 = boxes[i * 4 + 1]!,
    x1 = boxes[i * 4 + 2]!,
    y1 = boxes[i * 4 + 3]!;
  const area = (x1 - x0) * (y1 - y0);
  for (let k = since; k < count; k++) {
    const left = planes[k]!,
      top = planes[room + k]!,
      right = planes[2 * room + k]!,
      bottom = planes[3 * room + k]!;
    const w = (x1 < right ? x1 : right) - (x0 > left ? x0 : left);
    if (w <= 0) continue;
    const h = (y1 < bottom ? y1 : bottom) - (y0 > top ? y0 : top);
    if (h <= 0) continue;
    const both = w * h;
    const iou = both / (planes[4 * room + k]! + area - both);
    for (let t = 0; t < columns && iou > reaches[t]!; t++) open[row + t]! *= (1 - iou) * slopes[t]!;
  }
}

/** Lets the entry at `hole` sink until no child comes before it: larger gains first, equal ones by index. */
function sink(heap: Int32Array, length: number, hole: number, gain: Float32Array): void {
  const moved = heap[hole]!;
  const own = gain[moved]!;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= length) break;
    if (child + 1 < length && isBefore(heap[child + 1]!, heap[child]!, gain)) child++;
    const other = heap[child]!;
    if (gain[other]! < own || (gain[other] === own && other > moved)) break;
    heap[hole] = other;
    hole = child;
  }
  heap[hole] = moved;
}

function isBefore(a: number, b: number, gain: Float32Array): boolean {
  return gain[a]! > gain[b]! || (gain[a] === gain[b] && a < b);
}
