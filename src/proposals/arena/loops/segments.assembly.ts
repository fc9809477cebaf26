import { f, int, setF, setInt } from './memory.assembly';
import { pixelRuns } from './pixelRuns.assembly';

/**
 * `superpixelShapes` of segments.ts, by runs.
 * @param starts room for runs // (height · width + 1,), i32
 * @param area zeros, x0 width, y0 height, x1 and y1 zeros at first // (count,)
 */
export function superpixelShapes(
  labels: usize, width: i32, height: i32, starts: usize, area: usize, x0: usize, y0: usize, x1: usize, y1: usize,
): void {
  const runs = pixelRuns(labels, width, height, starts);
  for (let r = 0, y = -1, row = -width; r < runs; r++) {
    const start = int(starts, r), end = int(starts, r + 1);
    if (start == row + width) {
      row = start;
      y++;
    }
    const v = int(labels, start);
    setF(area, v, f(area, v) + <f64>(end - start));
    setInt(x0, v, min(int(x0, v), start - row));
    setInt(x1, v, max(int(x1, v), end - row));
    setInt(y0, v, min(int(y0, v), y));
    setInt(y1, v, y + 1);
  }
}
