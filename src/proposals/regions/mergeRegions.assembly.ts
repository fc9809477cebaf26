import { f } from '../arena/memory.assembly';
import { MergeTreeArguments } from '../generated/loopStructs.assembly';

// The regions of mergeRegions.reference.ts. A box is kept as (x0, y0, −x1, −y1), so that the box of two is four minima.

/** Bytes of a region's 40 bins, of their shares, and of the shares of its 24 colour bins (appearanceBins.ts). */
const HISTOGRAM_BYTES: usize = 160;
const SHARE_BYTES: usize = 320;
const COLOUR_SHARE_BYTES: usize = 192;

/** Whether the rule looks at histograms; where it does not, regions have none. */
// @ts-ignore
@inline
export function looksAtHistograms(args: MergeTreeArguments): bool {
  return args.colour > 0 || args.texture > 0;
}

/** shares = histogram / pixels of region `c`. */
// @ts-ignore
@inline
function setShares(c: i32, args: MergeTreeArguments): void {
  const factor = f64x2.splat(1 / f(args.area, c));
  const from = args.histogram + <usize>c * HISTOGRAM_BYTES, to = args.shares + <usize>c * SHARE_BYTES;
  for (let k: usize = 0; k < 20; k++) {
    v128.store(to + (k << 4), f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(from + (k << 3))), factor));
  }
}

/** Sets region `v` to superpixel `v`. */
export function setRegion(v: i32, args: MergeTreeArguments): void {
  const area = args.area;
  const at = <usize>v << 2;
  store<f32>(area + at, <f32>f(args.superpixelArea, v));
  const box = args.box + (<usize>v << 4);
  store<f32>(box, <f32>load<i32>(args.x0 + at));
  store<f32>(box, <f32>load<i32>(args.y0 + at), 4);
  store<f32>(box, <f32>-load<i32>(args.x1 + at), 8);
  store<f32>(box, <f32>-load<i32>(args.y1 + at), 12);
  store<f64>(args.root + (<usize>v << 3), sqrt(sqrt(f(area, v))));
  if (!looksAtHistograms(args)) return;
  memory.copy(args.histogram + <usize>v * HISTOGRAM_BYTES, args.superpixelHistogram + <usize>v * HISTOGRAM_BYTES, HISTOGRAM_BYTES);
  setShares(v, args);
}

/** Makes region `c` of `a` and `b`. */
export function joinRegions(a: i32, b: i32, c: i32, args: MergeTreeArguments): void {
  const area = args.area, boxes = args.box, histogram = args.histogram;
  store<f32>(area + (<usize>c << 2), <f32>(f(area, a) + f(area, b)));
  v128.store(boxes + (<usize>c << 4), f32x4.pmin(v128.load(boxes + (<usize>a << 4)), v128.load(boxes + (<usize>b << 4))));
  store<f64>(args.root + (<usize>c << 3), sqrt(sqrt(f(area, c))));
  if (!looksAtHistograms(args)) return;
  const p = histogram + <usize>a * HISTOGRAM_BYTES, q = histogram + <usize>b * HISTOGRAM_BYTES, r = histogram + <usize>c * HISTOGRAM_BYTES;
  for (let k: usize = 0; k < HISTOGRAM_BYTES; k += 16) v128.store(r + k, f32x4.add(v128.load(p + k), v128.load(q + k)));
  setShares(c, args);
}

/** `likeness` of mergeRegions.reference.ts. @param a, b shares // (40,), f64 each */
// @ts-ignore
@inline
function likeness(a: usize, b: usize, colourWeight: f64, textureWeight: f64): f64 {
  let colour: f64 = 0;
  let texture: f64 = 0;
  let at: usize = 0;
  for (; at < COLOUR_SHARE_BYTES; at += 16) {
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

/** `cost` of mergeRegions.reference.ts. */
export function mergeCost(a: i32, b: i32, length: f64, strength: f64, args: MergeTreeArguments): f64 {
  const colour = args.colour, texture = args.texture, size = args.size, fill = args.fill, weightedBorder = args.weightedBorder;
  const area = args.area, boxes = args.box;
  const border = strength / length;
  let cost = args.border * border;
  const areaA = f(area, a), areaB = f(area, b);
  if (weightedBorder > 0) {
    const smaller = areaA < areaB ? a : b;
    cost += weightedBorder * border * load<f64>(args.root + (<usize>smaller << 3));
  }
  if (colour > 0 || texture > 0) cost -= likeness(args.shares + <usize>a * SHARE_BYTES, args.shares + <usize>b * SHARE_BYTES, colour, texture);
  if (size > 0 || fill > 0) {
    const together = areaA + areaB;
    const box = f32x4.pmin(v128.load(boxes + (<usize>a << 4)), v128.load(boxes + (<usize>b << 4)));
    const w = -<f64>f32x4.extract_lane(box, 2) - <f64>f32x4.extract_lane(box, 0);
    const h = -<f64>f32x4.extract_lane(box, 3) - <f64>f32x4.extract_lane(box, 1);
    cost += (size * together + fill * (w * h - together)) / args.photoArea;
  }
  return cost;
}
