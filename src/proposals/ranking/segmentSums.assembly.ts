import { f, int, setInt } from '../arena/memory.assembly';
import { SegmentSumsArguments } from '../generated/loopStructs.assembly';

/** Runs of a segment, as in segments.ts. */
const RUNS = 3;

/** Bytes of a superpixel's 40 bins, of its ten numbers and of a border's four (`superpixelNumbers` of segmentSums.ts). */
const HISTOGRAM_BYTES: usize = 160;
const NODE_BYTES: usize = 80;
const BORDER_BYTES: usize = 32;

/** sums[0..40) = the sum of the histograms of `count` superpixels: whole numbers, so their order is free. */
function sumHistograms(nodes: usize, count: i32, histogram: usize, sums: usize): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0, s8 = s0, s9 = s0;
  for (let i = 0; i < count; i++) {
    const at = histogram + <usize>int(nodes, i) * HISTOGRAM_BYTES;
    s0 = f32x4.add(s0, v128.load(at));
    s1 = f32x4.add(s1, v128.load(at, 16));
    s2 = f32x4.add(s2, v128.load(at, 32));
    s3 = f32x4.add(s3, v128.load(at, 48));
    s4 = f32x4.add(s4, v128.load(at, 64));
    s5 = f32x4.add(s5, v128.load(at, 80));
    s6 = f32x4.add(s6, v128.load(at, 96));
    s7 = f32x4.add(s7, v128.load(at, 112));
    s8 = f32x4.add(s8, v128.load(at, 128));
    s9 = f32x4.add(s9, v128.load(at, 144));
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  v128.store(sums, s7, 112);
  v128.store(sums, s8, 128);
  v128.store(sums, s9, 144);
}

/** Sum of |own · share − ring · ringShare| over the bins from `from` up to `to`, both even. */
// @ts-ignore
@inline
function contrast(own: usize, ring: usize, from: usize, to: usize, share: v128, ringShare: v128): f64 {
  let sum: f64 = 0;
  for (let at = from << 2, end = to << 2; at < end; at += 8) {
    const d = f64x2.abs(f64x2.sub(
      f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(own + at)), share), f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(ring + at)), ringShare),
    ));
    sum += f64x2.extract_lane(d, 0);
    sum += f64x2.extract_lane(d, 1);
  }
  return sum;
}

/**
 * `segmentSums` of segmentSums.reference.ts. No branch predictor can tell which neighbours are in the segment and which are known, so
 * every one is written to the list, and the list grows only by those that are wanted. The borders inside are all borders less the
 * outline, since those sums are exact.
 */
export function segmentSums(args: SegmentSumsArguments): void {
  const nodes = args.nodes, runs = args.runs + (<usize>args.segment * RUNS << 3), box = args.boxes + (<usize>args.segment << 4);
  const mark = args.mark, inside = args.inside, ringed = args.ringed;
  const members = args.members, around = args.around, outside = args.outside;
  const rowStart = args.rowStart, neighbour = args.neighbour, numbers = args.numbers, borders = args.borders;
  const histogram = args.histogram, band = args.sideBand, own = args.own, ring = args.ring, sums = args.sums;
  let size = 0;
  for (let run = 0; run < RUNS; run++) {
    for (let i = int(runs, 2 * run), last = i + int(runs, 2 * run + 1); i < last; i++) {
      const v = int(nodes, i);
      setInt(members, size++, v);
      setInt(inside, v, mark);
    }
  }
  const left = f(box, 0), top = f(box, 1), right = f(box, 2), bottom = f(box, 3);
  const bandX = (right - left) * band, bandY = (bottom - top) * band;
  const nearEnds = f64x2(left + bandX, top + bandY), farStarts = f64x2(right - bandX, bottom - bandY);
  const zero = f64x2.splat(0);
  // (pixels, l), (a, b), (l², a² + b²), (length, length · median of all borders), pixels at (left, top) and at (right, bottom)
  let pixelsL = zero, ab = zero, squares = zero, all = zero, near = zero, far = zero;
  let outsideCount = 0;
  for (let i = 0; i < size; i++) {
    const v = int(members, i);
    const row = numbers + <usize>v * NODE_BYTES;
    const pixels = v128.load64_splat(row), centre = v128.load(row, 64);
    pixelsL = f64x2.add(pixelsL, v128.load(row));
    ab = f64x2.add(ab, v128.load(row, 16));
    squares = f64x2.add(squares, v128.load(row, 32));
    all = f64x2.add(all, v128.load(row, 48));
    near = f64x2.add(near, v128.and(pixels, f64x2.lt(centre, nearEnds)));
    far = f64x2.add(far, v128.and(pixels, f64x2.gt(centre, farStarts)));
    for (let e = int(rowStart, v), end = int(rowStart, v + 1); e < end; e++) {
      setInt(outside, outsideCount, e);
      outsideCount += i32(int(inside, int(neighbour, e)) != mark);
    }
  }
  // (length, length · median), (length · low quartile, weak length)
  let outline = zero, low = zero;
  let ringSize = 0;
  for (let i = 0; i < outsideCount; i++) {
    const e = int(outside, i);
    const border = borders + <usize>e * BORDER_BYTES;
    outline = f64x2.add(outline, v128.load(border));
    low = f64x2.add(low, v128.load(border, 16));
    const u = int(neighbour, e);
    setInt(around, ringSize, u);
    ringSize += i32(int(ringed, u) != mark);
    setInt(ringed, u, mark);
  }
  let ringPixelsL = zero, ringAb = zero, ringSquares = zero;
  for (let i = 0; i < ringSize; i++) {
    const row = numbers + <usize>int(around, i) * NODE_BYTES;
    ringPixelsL = f64x2.add(ringPixelsL, v128.load(row));
    ringAb = f64x2.add(ringAb, v128.load(row, 16));
    ringSquares = f64x2.add(ringSquares, v128.load(row, 32));
  }
  sumHistograms(members, size, histogram, own);
  sumHistograms(around, ringSize, histogram, ring);
  const share = f64x2.splat(1 / max(1, f64x2.extract_lane(pixelsL, 0))), ringShare = f64x2.splat(1 / max(1, f64x2.extract_lane(ringPixelsL, 0)));
  const inner = f64x2.sub(all, outline);
  v128.store(sums, pixelsL);
  v128.store(sums, ab, 16);
  v128.store(sums, squares, 32);
  v128.store(sums, ringPixelsL, 48);
  v128.store(sums, ringAb, 64);
  store<f64>(sums, f64x2.extract_lane(ringSquares, 0), 80);
  store<f64>(sums, f64x2.extract_lane(outline, 0), 88);
  store<f64>(sums, f64x2.extract_lane(low, 0), 96);
  store<f64>(sums, f64x2.extract_lane(outline, 1), 104);
  store<f64>(sums, f64x2.extract_lane(low, 1), 112);
  v128.store(sums, inner, 120);
  store<f64>(sums, <f64>size, 136);
  store<f64>(sums, f64x2.extract_lane(near, 0), 144);
  store<f64>(sums, f64x2.extract_lane(far, 0), 152);
  store<f64>(sums, f64x2.extract_lane(near, 1), 160);
  store<f64>(sums, f64x2.extract_lane(far, 1), 168);
  store<f64>(sums, contrast(own, ring, 0, 24, share, ringShare), 176);
  store<f64>(sums, contrast(own, ring, 24, 40, share, ringShare), 184);
  let edgy: f64 = 0;
  for (let h = 32; h < 40; h++) edgy += f(own, h) * f64x2.extract_lane(share, 0);
  store<f64>(sums, edgy, 192);
}
