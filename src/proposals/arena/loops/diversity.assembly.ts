import { f } from './memory.assembly';

// @ts-ignore
@inline
function lanes(plane: usize, k: i32): v128 {
  return v128.load(plane + (<usize>k << 2));
}

/** `factors` of both numbers, at most 1; the products as float32. */
// @ts-ignore
@inline
function lowered(open: v128, apart: v128, slopes: v128): v128 {
  const factors = f64x2.pmin(f64x2.splat(1), f64x2.mul(apart, slopes));
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(f64x2.mul(open, factors)));
}

/**
 * `catchUp` of diversity.ts for five thresholds: four taken boxes at a time are asked for an overlap that may count, in float32 with a
 * margin; those few are then reckoned as there. A factor that rounds to no less than 1 − 2⁻⁵³ leaves a float32 as it is, so none is skipped.
 * @param box x0 y0 x1 y1 // (4,), f32
 * @param taken planes of x0, y0, x1, y1 and area, zeros beyond `count` // (5, room), f32; `room` a multiple of 4
 * @param reach the least of the reaches
 * @param slopes // (5,), f64
 * @param near room for the places of boxes that are near // (count + 4,), i32
 * @param open the box's own row // (5,), f32
 */
export function catchUp(
  box: usize, taken: usize, room: i32, since: i32, count: i32, reach: f64, slopes: usize, near: usize, open: usize,
): void {
  const left = f(box, 0), top = f(box, 1), right = f(box, 2), bottom = f(box, 3);
  const area = (right - left) * (bottom - top);
  const plane = <usize>room << 2;
  const tops = taken + plane, rights = tops + plane, bottoms = rights + plane, areas = bottoms + plane;
  const x0 = f32x4.splat(<f32>left), y0 = f32x4.splat(<f32>top), x1 = f32x4.splat(<f32>right), y1 = f32x4.splat(<f32>bottom);
  const own = f32x4.splat(<f32>area), zero = f32x4.splat(0), share = f32x4.splat(<f32>(reach * 0.999));
  let end = near;
  for (let k = since & ~3; k < count; k += 4) {
    const w = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(x1, lanes(rights, k)), f32x4.pmax(x0, lanes(taken, k))));
    const h = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(y1, lanes(bottoms, k)), f32x4.pmax(y0, lanes(tops, k))));
    const both = f32x4.mul(w, h);
    const either = f32x4.sub(f32x4.add(lanes(areas, k), own), both);
    let mask = i32x4.bitmask(f32x4.gt(both, f32x4.mul(share, either)));
    if (k < since) mask &= -1 << (since - k);
    if (mask == 0) continue;
    // Which of the four they are cannot be guessed: all are written, and those that are not near written over.
    store<i32>(end, k);
    end += (mask & 1) << 2;
    store<i32>(end, k + 1);
    end += (mask & 2) << 1;
    store<i32>(end, k + 2);
    end += mask & 4;
    store<i32>(end, k + 3);
    end += (mask & 8) >> 1;
  }
  if (end == near) return;
  const slopes0 = v128.load(slopes), slopes2 = v128.load(slopes, 16), slopes4 = v128.load64_zero(slopes, 32);
  let open0 = f64x2.promote_low_f32x4(v128.load64_zero(open));
  let open2 = f64x2.promote_low_f32x4(v128.load64_zero(open, 8));
  let open4 = f64x2.promote_low_f32x4(v128.load32_zero(open, 16));
  for (; near < end; near += 4) {
    const j = load<i32>(near);
    const shared = (min(right, f(rights, j)) - max(left, f(taken, j))) * (min(bottom, f(bottoms, j)) - max(top, f(tops, j)));
    const apart = f64x2.splat(1 - shared / (f(areas, j) + area - shared));
    open0 = lowered(open0, apart, slopes0);
    open2 = lowered(open2, apart, slopes2);
    open4 = lowered(open4, apart, slopes4);
  }
  v128.store64_lane(open, f32x4.demote_f64x2_zero(open0), 0);
  v128.store64_lane(open, f32x4.demote_f64x2_zero(open2), 0, 8);
  v128.store32_lane(open, f32x4.demote_f64x2_zero(open4), 0, 16);
}
