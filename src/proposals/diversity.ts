import { boxNeighbourhoods, type BoxNeighbourhoods } from './boxNeighbourhoods.ts';
import type { Scratch } from './scratch.ts';

/** How boxes are taken until there are `upTo`: one that overlaps a taken box keeps the factor 1 − IoU^power. */
export interface DiversityStage {
  readonly upTo: number;
  readonly power: number;
}

/** Overlaps up to this lower no score: their power is next to nothing, and most boxes overlap most others a little. */
const NEGLIGIBLE_IOU = 0.4;

/**
 * Orders boxes by score so that the first ones differ: the best is taken, then the scores of those that overlap it are
 * lowered, and so on. A low power spreads the boxes over the photo (more objects found), a high one stays with the likely
 * places and tries them again a little shifted (better boxes for them); what is best depends on how many boxes there are,
 * hence stages. A stage starts from the original scores, lowered for all that is taken. Returns the indices of the first
 * boxes, as many as the last stage's `upTo`, and leaves in `scores` the lowered scores, made to descend where a stage begins.
 * `boxes` // (N, 4); `scores` // (N,), not negative; equal scores go by index
 *
 * Lazy: within a stage scores only fall, so a box's last known score bounds its present one. The box on top of the heap
 * catches up with what was taken since it was last looked at; if it is still on top it is taken, else it sinks. A taken
 * box is noted in each cell of boxes that may overlap it enough, so that a box looks at few others.
 */
export function diverseOrder(boxes: Float32Array, scores: Float32Array, stages: readonly DiversityStage[], scratch: Scratch): Int32Array {
  const n = scores.length;
  const most = Math.min(stages[stages.length - 1]?.upTo ?? 0, n);
  const taken = scratch.int32(most);
  const takenBoxes = scratch.float32(most * 4);
  const takenAreas = scratch.float32(most);
  const isTaken = scratch.uint8(n);
  const original = scratch.float32(n);
  original.set(scores);
  const caughtUp = scratch.int32(n);
  const heap = scratch.int32(n);
  const near = boxNeighbourhoods(boxes, n, NEGLIGIBLE_IOU, scratch);
  const words = Math.ceil(most / 32);
  // Bit k of a cell: the k-th taken box may overlap a box of that cell by more than the limit.
  const noted = scratch.int32(near.used * words);
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
      const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
      const area = (x1 - x0) * (y1 - y0);
      if (caughtUp[i] === count) {
        taken[count] = i;
        isTaken[i] = 1;
        takenBoxes[count * 4] = x0;
        takenBoxes[count * 4 + 1] = y0;
        takenBoxes[count * 4 + 2] = x1;
        takenBoxes[count * 4 + 3] = y1;
        takenAreas[count] = area;
        note(near, i, count++, noted, words);
        heap[0] = heap[--waiting]!;
        sink(heap, waiting, 0, scores);
        if (scores[i]! < lowest) lowest = scores[i]!;
        else scores[i] = lowest;
        continue;
      }
      const since = caughtUp[i]!;
      const row = near.cellOf[i]! * words;
      for (let word = since >> 5, end = (count - 1) >> 5; word <= end; word++) {
        let bits = noted[row + word]!;
        if (word === since >> 5) bits &= -1 << (since & 31);
        while (bits !== 0) {
          const low = bits & -bits;
          bits ^= low;
          const k = word * 32 + 31 - Math.clz32(low);
          const q = k * 4;
          const w = (x1 < takenBoxes[q + 2]! ? x1 : takenBoxes[q + 2]!) - (x0 > takenBoxes[q]! ? x0 : takenBoxes[q]!);
          if (w <= 0) continue;
          const h = (y1 < takenBoxes[q + 3]! ? y1 : takenBoxes[q + 3]!) - (y0 > takenBoxes[q + 1]! ? y0 : takenBoxes[q + 1]!);
          if (h <= 0) continue;
          const both = w * h;
          const iou = both / (takenAreas[k]! + area - both);
          if (iou > NEGLIGIBLE_IOU) scores[i]! *= 1 - powerOf(iou, power);
        }
      }
      caughtUp[i] = count;
      sink(heap, waiting, 0, scores);
    }
  }
  return taken;
}

/** Whole powers by multiplication: the same on every machine, which `**` does not promise. */
function powerOf(value: number, power: number): number {
  let result = value;
  for (let k = 1; k < power; k++) result *= value;
  return result;
}

/** Notes the k-th taken box in every cell in reach of it. */
function note(near: BoxNeighbourhoods, box: number, k: number, noted: Int32Array, words: number): void {
  const reached = near.reach(box);
  for (let r = 0; r < reached; r++) noted[near.reached[r]! * words + (k >> 5)]! |= 1 << (k & 31);
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
