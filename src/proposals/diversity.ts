import { boxNeighbourhoods, type BoxNeighbourhoods } from './boxNeighbourhoods.ts';
import type { Scratch } from './scratch.ts';

/**
 * Orders boxes by score so that the first ones differ: the best is taken, then the scores of those that overlap it are
 * lowered by the factor `1 − decay·max(0, (IoU − from)/(1 − from))`, and so on. Each box keeps the product of its
 * factors as its final score, which is what makes the scores descend; equal scores go by index. Returns the first
 * `wanted` indices and leaves their final scores in `scores`. `boxes` // (N, 4); `scores` // (N,), not negative
 *
 * Lazy: scores only fall, so a box's last known score bounds its present one. The box on top of the heap catches up
 * with what was taken since it was last looked at; if it is still on top it is taken, else it sinks. A taken box is
 * noted in each cell of boxes that may overlap it enough, so that a box looks at few others, in the order of their taking.
 */
export function diverseOrder(
  boxes: Float32Array, scores: Float32Array, wanted: number, from: number, decay: number, scratch: Scratch,
): Int32Array {
  const n = scores.length;
  const most = Math.min(wanted, n);
  const taken = scratch.int32(most);
  const takenBoxes = scratch.float32(most * 4);
  const takenAreas = scratch.float32(most);
  const caughtUp = scratch.int32(n);
  const heap = scratch.int32(n);
  const near = boxNeighbourhoods(boxes, n, from, scratch);
  const words = Math.ceil(most / 32);
  // Bit k of a cell: the k-th taken box may overlap a box of that cell by more than `from`.
  const noted = scratch.int32(near.used * words);
  for (let i = 0; i < n; i++) heap[i] = i;
  for (let i = (n >> 1) - 1; i >= 0; i--) sink(heap, n, i, scores);
  let waiting = n;
  let count = 0;
  const share = decay / (1 - from);
  while (count < most) {
    const i = heap[0]!;
    const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    if (caughtUp[i] === count) {
      taken[count] = i;
      takenBoxes[count * 4] = x0;
      takenBoxes[count * 4 + 1] = y0;
      takenBoxes[count * 4 + 2] = x1;
      takenBoxes[count * 4 + 3] = y1;
      takenAreas[count] = area;
      note(near, i, count++, noted, words);
      heap[0] = heap[--waiting]!;
      sink(heap, waiting, 0, scores);
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
        if (iou > from) scores[i]! *= 1 - share * (iou - from);
      }
    }
    caughtUp[i] = count;
    sink(heap, waiting, 0, scores);
  }
  return taken;
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
