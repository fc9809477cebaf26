import { f } from './memory.assembly';

// The regions of mergeRegions.ts. Of each region there are its box as (x0, y0, −x1, −y1) in f32, its pixels in f32, their fourth root
// in f64, and, where the rule looks at them, its histogram in f32 with, in f64, the shares of the pixels.

/** Bytes of a region's 40 bins, and of their shares. */
const HISTOGRAM_BYTES: usize = 160;
const SHARE_BYTES: usize = 320;

/** shares = histogram / pixels of region `c`. */
// @ts-ignore
@inline
function setShares(c: i32, area: usize, histogram: usize, shares: usize): void {
  const factor = f64x2.splat(1 / f(area, c));
  const from = histogram + <usize>c * HISTOGRAM_BYTES, to = shares + <usize>c * SHARE_BYTES;
  for (let k: usize = 0; k < 20; k++) {
    v128.store(to + (k << 4), f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(from + (k << 3))), factor));
  }
}

/** Sets region `v` to superpixel `v`. */
export function setRegion(
  v: i32, superpixelArea: usize, x0: usize, y0: usize, x1: usize, y1: usize, superpixelHistogram: usize,
  boxes: usize, area: usize, root: usize, looks: bool, histogram: usize, shares: usize,
): void {
  store<f32>(area + (<usize>v << 2), <f32>f(superpixelArea, v));
  const at = <usize>v << 2;
  const box = boxes + (<usize>v << 4);
  store<f32>(box, <f32>load<i32>(x0 + at));
  store<f32>(box, <f32>load<i32>(y0 + at), 4);
  store<f32>(box, <f32>-load<i32>(x1 + at), 8);
  store<f32>(box, <f32>-load<i32>(y1 + at), 12);
  store<f64>(root + (<usize>v << 3), sqrt(sqrt(f(area, v))));
  if (!looks) return;
  memory.copy(histogram + <usize>v * HISTOGRAM_BYTES, superpixelHistogram + <usize>v * HISTOGRAM_BYTES, HISTOGRAM_BYTES);
  setShares(v, area, histogram, shares);
}

/** Makes region `c` of `a` and `b`. */
export function joinRegions(a: i32, b: i32, c: i32, boxes: usize, area: usize, root: usize, looks: bool, histogram: usize, shares: usize): void {
  store<f32>(area + (<usize>c << 2), <f32>(f(area, a) + f(area, b)));
  v128.store(boxes + (<usize>c << 4), f32x4.pmin(v128.load(boxes + (<usize>a << 4)), v128.load(boxes + (<usize>b << 4))));
  store<f64>(root + (<usize>c << 3), sqrt(sqrt(f(area, c))));
  if (!looks) return;
  const p = histogram + <usize>a * HISTOGRAM_BYTES, q = histogram + <usize>b * HISTOGRAM_BYTES, r = histogram + <usize>c * HISTOGRAM_BYTES;
  for (let k: usize = 0; k < HISTOGRAM_BYTES; k += 16) v128.store(r + k, f32x4.add(v128.load(p + k), v128.load(q + k)));
  setShares(c, area, histogram, shares);
}

/** `likeness` of mergeRules.ts. @param a, b shares // (40,), f64 each */
// @ts-ignore
@inline
function likeness(a: usize, b: usize, colourWeight: f64, textureWeight: f64): f64 {
  let colour: f64 = 0;
  let texture: f64 = 0;
  let at: usize = 0;
  for (; at < 192; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    colour += f64x2.extract_lane(both, 0);
    colour += f64x2.extract_lane(both, 1);
  }
  if (textureWeight == 0) return (colourWeight * colour) / 3;
  for (; at < SHARE_BYTES; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    texture += f64x2.extract_lane(both, 0);
    texture += f64x2.extract_lane(both, 1);
  }
  return (colourWeight * colour) / 3 + textureWeight * texture;
}

/** `cost` of mergeRegions.ts. @param rule the numbers of a `MergeRule` in their order // (6,), f64 */
export function mergeCost(
  a: i32, b: i32, length: f64, strength: f64, rule: usize, photoArea: f64, boxes: usize, area: usize, root: usize, shares: usize,
): f64 {
  const colour = load<f64>(rule), texture = load<f64>(rule, 8), size = load<f64>(rule, 16), fill = load<f64>(rule, 24);
  const weightedBorder = load<f64>(rule, 40);
  const border = strength / length;
  let cost = load<f64>(rule, 32) * border;
  const areaA = f(area, a), areaB = f(area, b);
  if (weightedBorder > 0) {
    const smaller = areaA < areaB ? a : b;
    cost += weightedBorder * border * load<f64>(root + (<usize>smaller << 3));
  }
  if (colour > 0 || texture > 0) cost -= likeness(shares + <usize>a * SHARE_BYTES, shares + <usize>b * SHARE_BYTES, colour, texture);
  if (size > 0 || fill > 0) {
    const together = areaA + areaB;
    const box = f32x4.pmin(v128.load(boxes + (<usize>a << 4)), v128.load(boxes + (<usize>b << 4)));
    const w = -<f64>f32x4.extract_lane(box, 2) - <f64>f32x4.extract_lane(box, 0);
    const h = -<f64>f32x4.extract_lane(box, 3) - <f64>f32x4.extract_lane(box, 1);
    cost += (size * together + fill * (w * h - together)) / photoArea;
  }
  return cost;
}
