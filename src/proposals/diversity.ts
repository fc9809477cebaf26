import type { Scratch } from './scratch.ts';

/**
 * Orders boxes by score so that the first ones differ: the best is taken, then the scores of those that overlap it are
 * lowered by the factor `1 − decay·max(0, (IoU − from)/(1 − from))`, and so on. Each box keeps the product of its
 * factors as its final score, which is what makes the scores descend; equal scores go by index. Returns the first
 * `wanted` indices and leaves their final scores in `scores`. `boxes` // (N, 4); `scores` // (N,), not negative
 *
 * Lazy: scores only fall, so a box's last known score bounds its present one. The box on top of the heap catches up
 * with what was taken since it was last looked at; if it is still on top it is taken, else it sinks.
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
  for (let i = 0; i < n; i++) heap[i] = i;
  for (let i = (n >> 1) - 1; i >= 0; i--) sink(heap, n, i, scores);
  let waiting = n;
  let count = 0;
  const share = decay / (1 - from);
  while (count < most) {
    const i = heap[0]!;
    if (caughtUp[i] === count) {
      taken[count] = i;
      const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
      takenBoxes[count * 4] = x0;
      takenBoxes[count * 4 + 1] = y0;
      takenBoxes[count * 4 + 2] = x1;
      takenBoxes[count * 4 + 3] = y1;
      takenAreas[count++] = (x1 - x0) * (y1 - y0);
      heap[0] = heap[--waiting]!;
      sink(heap, waiting, 0, scores);
      continue;
    }
    const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    for (let k = caughtUp[i]!, q = k * 4; k < count; k++, q += 4) {
      const w = (x1 < takenBoxes[q + 2]! ? x1 : takenBoxes[q + 2]!) - (x0 > takenBoxes[q]! ? x0 : takenBoxes[q]!);
      if (w <= 0) continue;
      const h = (y1 < takenBoxes[q + 3]! ? y1 : takenBoxes[q + 3]!) - (y0 > takenBoxes[q + 1]! ? y0 : takenBoxes[q + 1]!);
      if (h <= 0) continue;
      const both = w * h;
      const iou = both / (takenAreas[k]! + area - both);
      if (iou > from) scores[i]! *= 1 - share * (iou - from);
    }
    caughtUp[i] = count;
    sink(heap, waiting, 0, scores);
  }
  return taken;
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
