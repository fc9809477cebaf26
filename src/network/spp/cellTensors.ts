import { boxCount, cellFromUnit, type UnitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * The boxes in cells of any map, uploaded once for each size of map: several taps share one.
 * @returns for a map // (h, w, channels) its boxes // (N, 4); a tensor of the `tidy` that it is called under
 */
export function cellTensors(boxes: UnitBoxes): (map: tf.Tensor3D) => tf.Tensor2D {
  const bySize = new Map<string, tf.Tensor2D>();
  return ({ shape: [height, width] }) => {
    const size = `${height}×${width}`;
    const cells = bySize.get(size) ?? tf.tensor2d(cellFromUnit(boxes, width, height), [boxCount(boxes), 4]);
    bySize.set(size, cells);
    return cells;
  };
}
