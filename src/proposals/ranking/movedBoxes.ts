import type { Scratch } from '../arena/scratch.ts';
import { type Mlp, sigmoid } from './mlp.ts';
import { learnedRanking, type RankedBoxes } from './ranking.ts';
import { runMlp } from './runMlp.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';

/** How many of the likeliest boxes are moved (ABLATION.md). */
const MOVED_BOXES = 2500;

/** No side moves further than this share of the box's width or height, so a box keeps at least half of both, and a pixel. */
const FURTHEST_MOVE = 0.25;

/** Where a side of a box goes by the logit of its learned move: a whole pixel in 0..`end`. `length` is the box's extent across it. */
export function movedSide(side: number, length: number, logit: number, end: number): number {
  const move = Math.max(-FURTHEST_MOVE, Math.min(FURTHEST_MOVE, sigmoid(logit) - 0.5));
  return Math.max(0, Math.min(end, Math.round(side + move * length)));
}

/**
 * Writes box `from` of `boxes`, its sides moved as row `row` of `logits` says, as box `to` of `out`; whole pixels inside the image.
 * `logits` // (rows, 4)
 */
export function moveBox(
  boxes: Float32Array,
  from: number,
  logits: Float32Array,
  row: number,
  width: number,
  height: number,
  out: Float32Array,
  to: number,
): void {
  const x0 = boxes[from * 4]!,
    y0 = boxes[from * 4 + 1]!,
    x1 = boxes[from * 4 + 2]!,
    y1 = boxes[from * 4 + 3]!;
  out[to * 4] = movedSide(x0, x1 - x0, logits[row * 4]!, width);
  out[to * 4 + 1] = movedSide(y0, y1 - y0, logits[row * 4 + 1]!, height);
  out[to * 4 + 2] = movedSide(x1, x1 - x0, logits[row * 4 + 2]!, width);
  out[to * 4 + 3] = movedSide(y1, y1 - y0, logits[row * 4 + 3]!, height);
}

/** What training asks of the move of a side, 0..1; one half is no move. */
export function moveTarget(side: number, wanted: number, length: number): number {
  return Math.max(0, Math.min(1, 0.5 + (wanted - side) / length));
}

/**
 * The boxes and, after them, a moved copy of each of the likeliest. A segment is often an object without its feet, or with its shadow, and
 * its features say something about where the object's sides are. The originals stay, and the copies have chances of their own, because
 * the moves that help most boxes spoil the best ones.
 * `features` // (N, SEGMENT_FEATURES)
 */
export function withMovedBoxes(
  { boxes, chances }: RankedBoxes,
  features: Float32Array,
  moves: Mlp,
  movedRanking: Mlp,
  width: number,
  height: number,
  scratch: Scratch,
): RankedBoxes {
  const n = boxes.length / 4;
  const columns = chances.length / n;
  const chosen = likeliest(chances, n, columns, scratch);
  const rows = scratch.float32(chosen.length * SEGMENT_FEATURES);
  for (let k = 0; k < chosen.length; k++) {
    const at = chosen[k]! * SEGMENT_FEATURES;
    for (let i = 0; i < SEGMENT_FEATURES; i++) rows[k * SEGMENT_FEATURES + i] = features[at + i]!;
  }
  const logits = runMlp(moves, rows, chosen.length, SEGMENT_FEATURES, scratch);
  const all = scratch.float32((n + chosen.length) * 4);
  all.set(boxes);
  for (let k = 0; k < chosen.length; k++) moveBox(boxes, chosen[k]!, logits, k, width, height, all, n + k);
  const allChances = scratch.float32((n + chosen.length) * columns);
  allChances.set(chances);
  allChances.set(learnedRanking(movedRanking, rows, scratch), n * columns);
  return { boxes: all, chances: allChances };
}

/**
 * Indices, ascending, of the boxes that are likeliest to overlap an object at all: by their chance at the lowest threshold, because small
 * boxes, whose chances at the others are slight, are the ones that need a second try. // (at most MOVED_BOXES,)
 */
function likeliest(chances: Float32Array, n: number, columns: number, scratch: Scratch): Int32Array {
  const lowest = scratch.float32(n);
  const sorted = scratch.float32(n);
  for (let i = 0; i < n; i++) lowest[i] = chances[i * columns]!;
  sorted.set(lowest);
  sorted.sort();
  const chosen = scratch.int32(Math.min(n, MOVED_BOXES));
  const least = sorted[n - chosen.length]!;
  let count = 0;
  for (let i = 0; i < n && count < chosen.length; i++) if (lowest[i]! >= least) chosen[count++] = i;
  return chosen;
}
