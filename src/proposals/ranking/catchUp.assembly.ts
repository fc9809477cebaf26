import { f } from '../arena/memory.assembly';
import { CatchUpArguments } from '../generated/loopStructs.assembly';

// @ts-ignore
@inline
function lanes(plane: usize, k: i32): v128 {
  return v128.load(plane + (<usize>k << 2));
}

/** Both numbers times `apart · slopes`, a factor of at most 1, rounded to float32. */
// @ts-ignore
@inline
function lowered(open: v128, apart: v128, slopes: v128): v128 {
  const factors = f64x2.pmin(f64x2.splat(1), f64x2.mul(apart, slopes));
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(f64x2.mul(open, factors)));
}

/** Bytes of a box's row of `open`: five thresholds. */
const ROW_BYTES: usize = 20;

/**
 * `catchUp` of catchUp.reference.ts for five thresholds. Four taken boxes at a time are screened in float32, with a margin, for an overlap
 * that might count; the few that pass are computed as in the reference. There every threshold within reach is lowered and the others are
 * left; here all are multiplied, for a factor of 1, or one that rounds to 1 − 2⁻⁵³, leaves a float32 as it is.
 */
export function catchUp(args: CatchUpArguments): void {
  const box = args.boxes + (<usize>args.box << 4), open = args.open + <usize>args.box * ROW_BYTES;
  const taken = args.taken, room = args.room, since = args.since, count = args.count;
  const reach = args.leastReach, slopes = args.slopes;
  let near = args.near;
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
    // No branch predictor can tell which of the four they are: all are written, and those that are not near are overwritten.
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
