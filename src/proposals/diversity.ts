import type { Scratch } from './scratch.ts';

/**
 * Orders boxes by score so that the first ones differ: the best is taken, then the scores of those that overlap it are
 * lowered by the factor `1 − decay·max(0, (IoU − from)/(1 − from))`, and so on. Each box keeps the product of its
 * factors as its final score, which is what makes the scores descend. Returns the first `wanted` indices and fills
 * `finalScores`. `boxes` // (N, 4); `scores` // (N,), not negative, overwritten
 */
export function diverseOrder(
  boxes: Float32Array, scores: Float32Array, wanted: number, from: number, decay: number, scratch: Scratch,
): Int32Array {
  const n = scores.length;
  const left = scratch.int32(n);
  for (let i = 0; i < n; i++) left[i] = i;
  const most = Math.min(wanted, n);
  const share = decay / (1 - from);
  for (let taken = 0; taken < most; taken++) {
    let at = taken;
    let best = -1;
    for (let k = taken; k < n; k++) {
      const s = scores[left[k]!]!;
      // Equal scores go by index, so that the order does not depend on the swaps before.
      if (s > best || (s === best && left[k]! < left[at]!)) {
        best = s;
        at = k;
      }
    }
    const i = left[at]!;
    left[at] = left[taken]!;
    left[taken] = i;
    const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    for (let k = taken + 1; k < n; k++) {
      const j = left[k]!;
      const q = j * 4;
      const w = (x1 < boxes[q + 2]! ? x1 : boxes[q + 2]!) - (x0 > boxes[q]! ? x0 : boxes[q]!);
      if (w <= 0) continue;
      const h = (y1 < boxes[q + 3]! ? y1 : boxes[q + 3]!) - (y0 > boxes[q + 1]! ? y0 : boxes[q + 1]!);
      if (h <= 0) continue;
      const both = w * h;
      const iou = both / (area + (boxes[q + 2]! - boxes[q]!) * (boxes[q + 3]! - boxes[q + 1]!) - both);
      if (iou > from) scores[j]! *= 1 - share * (iou - from);
    }
  }
  return left.subarray(0, most);
}
