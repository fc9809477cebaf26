import { f, int } from './memory.assembly';

/** Bytes of a superpixel's 40 bins and of its 6 moments (appearance.ts). */
const HISTOGRAM_BYTES: usize = 160;
const MOMENT_BYTES: usize = 24;

/** sums[0..40) = the histograms of `count` superpixels together; whole numbers, so any order gives the same. */
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

/**
 * `SegmentSums.of` of segmentSums.ts.
 * @param runs start and length of each of the segment's runs in `nodes` // (runCount, 2), i32
 * @param mark a number that `inside` and `ringed` do not hold yet
 * @param leftEnd and the next three: ends of the bands at the box's sides, pixels
 * @param own, ring histograms // (40,), f32 each
 * @param sums // (22,), f64
 */
export function segmentSums(
  nodes: usize, runs: usize, runCount: i32, mark: i32, inside: usize, ringed: usize, members: usize, around: usize,
  rowStart: usize, neighbour: usize, viaEdge: usize, edgeLength: usize, lowQuartile: usize, median: usize,
  superpixelArea: usize, x0: usize, y0: usize, x1: usize, y1: usize, moments: usize, histogram: usize,
  leftEnd: f64, rightStart: f64, topEnd: f64, bottomStart: f64, own: usize, ring: usize, sums: usize,
): void {
  let size = 0;
  for (let run = 0; run < runCount; run++) {
    for (let i = int(runs, 2 * run), last = i + int(runs, 2 * run + 1); i < last; i++) {
      const v = int(nodes, i);
      store<i32>(members + (<usize>size << 2), v);
      store<i32>(inside + (<usize>v << 2), mark);
      size++;
    }
  }
  let atLeft: f64 = 0, atRight: f64 = 0, atTop: f64 = 0, atBottom: f64 = 0;
  let area: f64 = 0, l: f64 = 0, a: f64 = 0, b: f64 = 0, ll: f64 = 0, aa: f64 = 0;
  let ringArea: f64 = 0, rl: f64 = 0, ra: f64 = 0, rb: f64 = 0, rll: f64 = 0;
  let outline: f64 = 0, outlineLow: f64 = 0, outlineMedian: f64 = 0, weak: f64 = 0, inner: f64 = 0, innerStrength: f64 = 0;
  let ringSize = 0;
  for (let i = 0; i < size; i++) {
    const v = int(members, i);
    const pixels = f(superpixelArea, v);
    area += pixels;
    const cx = <f64>(int(x0, v) + int(x1, v)) * 0.5;
    const cy = <f64>(int(y0, v) + int(y1, v)) * 0.5;
    // Whole numbers: adding 0 changes nothing, and needs no guess.
    atLeft += cx < leftEnd ? pixels : 0;
    atRight += cx > rightStart ? pixels : 0;
    atTop += cy < topEnd ? pixels : 0;
    atBottom += cy > bottomStart ? pixels : 0;
    const m = moments + <usize>v * MOMENT_BYTES;
    l += f(m, 0);
    a += f(m, 1);
    b += f(m, 2);
    ll += f(m, 3);
    aa += f(m, 4) + f(m, 5);
    for (let e = int(rowStart, v), end = int(rowStart, v + 1); e < end; e++) {
      const u = int(neighbour, e);
      const edge = int(viaEdge, e);
      const length = f(edgeLength, edge);
      const strength = f(median, edge);
      if (int(inside, u) == mark) {
        inner += length;
        innerStrength += length * strength;
        continue;
      }
      outline += length;
      outlineLow += length * f(lowQuartile, edge);
      outlineMedian += length * strength;
      if (strength < 0.2) weak += length;
      if (int(ringed, u) == mark) continue;
      store<i32>(ringed + (<usize>u << 2), mark);
      store<i32>(around + (<usize>ringSize << 2), u);
      ringSize++;
      ringArea += f(superpixelArea, u);
      const r = moments + <usize>u * MOMENT_BYTES;
      rl += f(r, 0);
      ra += f(r, 1);
      rb += f(r, 2);
      rll += f(r, 3);
    }
  }
  sumHistograms(members, size, histogram, own);
  sumHistograms(around, ringSize, histogram, ring);
  store<f64>(sums, area);
  store<f64>(sums, l, 8);
  store<f64>(sums, a, 16);
  store<f64>(sums, b, 24);
  store<f64>(sums, ll, 32);
  store<f64>(sums, aa, 40);
  store<f64>(sums, ringArea, 48);
  store<f64>(sums, rl, 56);
  store<f64>(sums, ra, 64);
  store<f64>(sums, rb, 72);
  store<f64>(sums, rll, 80);
  store<f64>(sums, outline, 88);
  store<f64>(sums, outlineLow, 96);
  store<f64>(sums, outlineMedian, 104);
  store<f64>(sums, weak, 112);
  store<f64>(sums, inner, 120);
  store<f64>(sums, innerStrength, 128);
  store<f64>(sums, <f64>size, 136);
  store<f64>(sums, atLeft, 144);
  store<f64>(sums, atRight, 152);
  store<f64>(sums, atTop, 160);
  store<f64>(sums, atBottom, 168);
}
