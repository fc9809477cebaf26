import type { Scratch } from '../arena/scratch.ts';
import { catchingUp } from './catchUp.ts';
import { take, takenBoxes } from './takenBoxes.ts';

/**
 * How gains count until there are `upTo` boxes: of what the taken boxes leave of a chance the square root is drawn `roots` times, and what
 * a box adds is divided by its area to the power of `areaPower`.
 */
export interface DiversityStage {
  readonly upTo: number;
  readonly roots: number;
  /** 0 treats boxes of all sizes alike. */
  readonly areaPower: number;
}

/**
 * Orders boxes so that the first ones find as much as they can: each step takes the box that adds most to the expected average recall.
 * What a box adds at a threshold is its chance of overlapping an object that much, less what the taken boxes cover already: each of them
 * leaves a share that depends on the overlap (`reachOf`). So a near-copy of a taken box has nothing to add at .5, yet may be the better
 * box for the same object at .9. This is greedy maximisation of a coverage, whose gains fall from step to step. Drawing roots is lenient:
 * among the first boxes it pays to try likely places again, more than the measured shares say. Among many boxes it pays to favour small
 * ones: large objects have been found by then, and a small one has few boxes, none of them likely.
 *
 * Evaluation is lazy: within a stage gains only fall, so the last known gain of a box is an upper bound. The box on top of the heap
 * catches up with what was taken since its gain was computed; if it is still on top it is taken, otherwise it sinks.
 *
 * @param boxes // (N, 4)
 * @param chances 0..1 // (N, thresholds)
 * @param thresholds ascending
 * @returns the indices of the first boxes, as many as the last stage's `upTo`, equal gains by index; and what each added, lowered where a
 *   stage begins so that gains descend throughout
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
  const catchUp = catchingUp(boxes, open, taken, scratch);
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
        catchUp(i, caughtUp[i]!);
        caughtUp[i] = taken.count;
        gain[i] = worth[i]! * gainOf(chances, open, i, columns, roots);
      }
      sink(heap, waiting, 0, gain);
    }
  }
  return { order, gains };
}

/** The factor of a gain by the size of its box, at most 1: pixels to the power of −`areaPower`. `worth` // (N,) */
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

/** What box `i` adds, regardless of its size: the mean over the thresholds of its chance times what is left of it. */
function gainOf(chances: Float32Array, open: Float32Array, i: number, columns: number, roots: number): number {
  let sum = 0;
  for (let at = i * columns, end = at + columns; at < end; at++) {
    let left = open[at]!;
    for (let k = 0; k < roots; k++) left = Math.sqrt(left);
    sum += chances[at]! * left;
  }
  return sum / columns;
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
