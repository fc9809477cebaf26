import { loopsOn } from './loops.ts';
import type { Scratch } from './scratch.ts';

/** How boxes are taken until there are `upTo`: one that overlaps a taken box keeps the factor 1 − IoU^power. */
export interface DiversityStage {
  readonly upTo: number;
  readonly power: number;
}

/** Overlaps up to this lower no score: their power is next to nothing, and most boxes overlap most others a little. */
export const NEGLIGIBLE_IOU = 0.4;

/**
 * Orders boxes by score so that the first ones differ: the best is taken, then the scores of those that overlap it are
 * lowered, and so on. A low power spreads the boxes over the photo (more objects found), a high one stays with the likely
 * places and tries them again a little shifted (better boxes for them); what is best depends on how many boxes there are,
 * hence stages. A stage starts from the original scores, lowered for all that is taken. Returns the indices of the first
 * boxes, as many as the last stage's `upTo`, and leaves in `scores` the lowered scores, made to descend where a stage begins.
 * `boxes` // (N, 4); `scores` // (N,), not negative; equal scores go by index
 *
 * Lazy: within a stage scores only fall, so a box's last known score bounds its present one. The box on top of the heap
 * catches up with what was taken since it was last looked at; if it is still on top it is taken, else it sinks.
 */
export function diverseOrder(boxes: Float32Array, scores: Float32Array, stages: readonly DiversityStage[], scratch: Scratch): Int32Array {
  const n = scores.length;
  const most = Math.min(stages[stages.length - 1]?.upTo ?? 0, n);
  const taken = scratch.int32(most);
  // Planes of x0, y0, x1, y1 and area of the taken boxes, each a multiple of four long. // (5, room)
  const room = Math.ceil(most / 4) * 4;
  const planes = scratch.float32(5 * room);
  const isTaken = scratch.uint8(n);
  const original = scratch.float32(n);
  original.set(scores);
  const caughtUp = scratch.int32(n);
  const heap = scratch.int32(n);
  const loops = loopsOn(scratch, boxes, planes);
  let count = 0;
  let lowest = Infinity;
  for (const { upTo, power } of stages) {
    let waiting = 0;
    for (let i = 0; i < n; i++) {
      if (isTaken[i] === 1) continue;
      scores[i] = original[i]!;
      heap[waiting++] = i;
    }
    caughtUp.fill(0);
    for (let i = (waiting >> 1) - 1; i >= 0; i--) sink(heap, waiting, i, scores);
    while (count < Math.min(upTo, n)) {
      const i = heap[0]!;
      if (caughtUp[i] === count) {
        taken[count] = i;
        isTaken[i] = 1;
        for (let c = 0; c < 4; c++) planes[c * room + count] = boxes[i * 4 + c]!;
        planes[4 * room + count++] = (boxes[i * 4 + 2]! - boxes[i * 4]!) * (boxes[i * 4 + 3]! - boxes[i * 4 + 1]!);
        heap[0] = heap[--waiting]!;
        sink(heap, waiting, 0, scores);
        if (scores[i]! < lowest) lowest = scores[i]!;
        else scores[i] = lowest;
        continue;
      }
      scores[i] = loops === null
        ? catchUp(boxes, i, planes, room, caughtUp[i]!, count, power, scores[i]!)
        : loops.catchUp(boxes.byteOffset + i * 16, planes.byteOffset, room, caughtUp[i]!, count, NEGLIGIBLE_IOU, power, scores[i]!);
      caughtUp[i] = count;
      sink(heap, waiting, 0, scores);
    }
  }
  return taken;
}

/** The score of a box, lowered for its overlaps with the taken boxes `since` .. `count` − 1, one after another. `planes` // (5, room) */
export function catchUp(boxes: Float32Array, box: number, planes: Float32Array, room: number, since: number, count: number, power: number, score: number): number {
  const x0 = boxes[box * 4]!, y0 = boxes[box * 4 + 1]!, x1 = boxes[box * 4 + 2]!, y1 = boxes[box * 4 + 3]!;
  const area = (x1 - x0) * (y1 - y0);
  for (let k = since; k < count; k++) {
    const left = planes[k]!, top = planes[room + k]!, right = planes[2 * room + k]!, bottom = planes[3 * room + k]!;
    const w = (x1 < right ? x1 : right) - (x0 > left ? x0 : left);
    if (w <= 0) continue;
    const h = (y1 < bottom ? y1 : bottom) - (y0 > top ? y0 : top);
    if (h <= 0) continue;
    const both = w * h;
    const iou = both / (planes[4 * room + k]! + area - both);
    if (iou > NEGLIGIBLE_IOU) score = Math.fround(score * (1 - powerOf(iou, power)));
  }
  return score;
}

/** Whole powers by multiplication: the same on every machine, which `**` does not promise. */
function powerOf(value: number, power: number): number {
  let result = value;
  for (let k = 1; k < power; k++) result *= value;
  return result;
}

/** Lets the entry at `hole` sink until no child comes before it: larger scores first, equal ones by index. */
function sink(heap: Int32Array, length: number, hole: number, scores: Float32Array): void {
  const moved = heap[hole]!;
  const score = scores[moved]!;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= length) break;
    if (child + 1 < length && isBefore(heap[child + 1]!, heap[child]!, scores)) child++;
    const other = heap[child]!;
    if (scores[other]! < score || (scores[other] === score && other > moved)) break;
    heap[hole] = other;
    hole = child;
  }
  heap[hole] = moved;
}

function isBefore(a: number, b: number, scores: Float32Array): boolean {
  return scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
}
