import type { TakenBoxes } from './takenBoxes.ts';

/**
 * Lowers what is left of the chances of box `i` for each box taken as the `since`-th or later, one after another.
 * @param boxes // (N, 4)
 * @param open 0..1 // (N, thresholds)
 */
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
