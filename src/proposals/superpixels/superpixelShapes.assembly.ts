import { f, int, setF, setInt } from '../arena/memory.assembly';
import { SuperpixelShapesArguments } from '../generated/loopStructs.assembly';
import { pixelRuns } from './pixelRuns.assembly';

/** `superpixelShapes` of superpixelShapes.reference.ts, run by run. */
export function superpixelShapes(args: SuperpixelShapesArguments): void {
  const labels = args.labels, width = args.width, height = args.height, starts = args.starts;
  const area = args.area, x0 = args.x0, y0 = args.y0, x1 = args.x1, y1 = args.y1;
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
