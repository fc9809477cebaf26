import { f } from './memory.assembly';

// @ts-ignore
@inline
function lanes(plane: usize, k: i32): v128 {
  return v128.load(plane + (<usize>k << 2));
}

/**
 * `catchUp` of diversity.ts: four taken boxes at a time are asked for an overlap that may count, in float32 with a margin; those few are
 * then reckoned as there.
 * @param box x0 y0 x1 y1 // (4,), f32
 * @param taken planes of x0, y0, x1, y1 and area, zeros beyond `count` // (5, room), f32; `room` a multiple of 4
 * @param reaches ascending // (columns,), f64
 * @param slopes // (columns,), f64
 * @param open the box's own row // (columns,), f32
 */
export function catchUp(
  box: usize, taken: usize, room: i32, since: i32, count: i32, columns: i32, reaches: usize, slopes: usize, open: usize,
): void {
  const left = f(box, 0), top = f(box, 1), right = f(box, 2), bottom = f(box, 3);
  const area = (right - left) * (bottom - top);
  const plane = <usize>room << 2;
  const tops = taken + plane, rights = tops + plane, bottoms = rights + plane, areas = bottoms + plane;
  const x0 = f32x4.splat(<f32>left), y0 = f32x4.splat(<f32>top), x1 = f32x4.splat(<f32>right), y1 = f32x4.splat(<f32>bottom);
  const own = f32x4.splat(<f32>area), zero = f32x4.splat(0), share = f32x4.splat(<f32>(load<f64>(reaches) * 0.999));
  for (let k = since & ~3; k < count; k += 4) {
    const w = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(x1, lanes(rights, k)), f32x4.pmax(x0, lanes(taken, k))));
    const h = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(y1, lanes(bottoms, k)), f32x4.pmax(y0, lanes(tops, k))));
    const both = f32x4.mul(w, h);
    const either = f32x4.sub(f32x4.add(lanes(areas, k), own), both);
    let near = i32x4.bitmask(f32x4.gt(both, f32x4.mul(share, either)));
    if (near == 0) continue;
    if (k < since) near &= -1 << (since - k);
    for (; near != 0; near &= near - 1) {
      const j = k + ctz(near);
      const shared = (min(right, f(rights, j)) - max(left, f(taken, j))) * (min(bottom, f(bottoms, j)) - max(top, f(tops, j)));
      const iou = shared / (f(areas, j) + area - shared);
      const apart = 1 - iou;
      for (let t = 0, eighth: usize = 0; t < columns && iou > load<f64>(reaches + eighth); t++, eighth += 8) {
        const at = open + (eighth >> 1);
        store<f32>(at, <f32>(<f64>load<f32>(at) * (apart * load<f64>(slopes + eighth))));
      }
    }
  }
}
