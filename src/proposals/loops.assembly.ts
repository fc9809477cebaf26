// AssemblyScript, built by `npm run assembly` into loops.binary.ts: the inner loops of the proposals with SIMD, on the arena's own
// memory, so that nothing is copied. No allocation and no static data: all memory is the caller's, all arguments but counts are
// addresses. Each function gives the bits that its TypeScript gives: the same operations on float64 in the same order, rounded to
// float32 where that stores to a Float32Array; what is summed in another order is a sum of whole numbers.

/** Bytes of a superpixel's 40 bins and of its 6 moments (appearance.ts). */
const HISTOGRAM_BYTES: usize = 160;
const MOMENT_BYTES: usize = 24;

// @ts-ignore: decorators are AssemblyScript's own
@inline
function f(at: usize, index: i32): f64 {
  return <f64>load<f32>(at + (<usize>index << 2));
}

// @ts-ignore
@inline
function int(at: usize, index: i32): i32 {
  return load<i32>(at + (<usize>index << 2));
}

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

/**
 * One fully connected layer of `runMlp` for one row, two outputs a vector, eight at a time.
 * @param input // (inputs,), f64
 * @param weights output pairs' weights, input after input // (outputs / 2, inputs, 2), f64; the number of outputs rounded up to eight
 * @param bias // (outputs rounded up to eight,), f64
 * @param out as numbers of float32 // (outputs rounded up to eight,), f64
 * @param rectify 1: max(0, x)
 */
export function layer(input: usize, inputs: i32, weights: usize, bias: usize, outputs: i32, out: usize, rectify: i32): void {
  const block = <usize>inputs << 4;
  const zero = f64x2.splat(0);
  const end = input + (<usize>inputs << 3);
  for (let o = 0; o < outputs; o += 8) {
    let s0 = v128.load(bias), s1 = v128.load(bias, 16), s2 = v128.load(bias, 32), s3 = v128.load(bias, 48);
    let w0 = weights, w1 = w0 + block, w2 = w1 + block, w3 = w2 + block;
    for (let at = input; at < end; at += 8) {
      const x = v128.load64_splat(at);
      s0 = f64x2.add(s0, f64x2.mul(v128.load(w0), x));
      s1 = f64x2.add(s1, f64x2.mul(v128.load(w1), x));
      s2 = f64x2.add(s2, f64x2.mul(v128.load(w2), x));
      s3 = f64x2.add(s3, f64x2.mul(v128.load(w3), x));
      w0 += 16; w1 += 16; w2 += 16; w3 += 16;
    }
    if (rectify) {
      // x > 0 ? x : 0
      s0 = v128.and(s0, f64x2.gt(s0, zero));
      s1 = v128.and(s1, f64x2.gt(s1, zero));
      s2 = v128.and(s2, f64x2.gt(s2, zero));
      s3 = v128.and(s3, f64x2.gt(s3, zero));
    }
    // Rounded to float32, as a Float32Array would.
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s0)));
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s1)), 16);
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s2)), 32);
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s3)), 48);
    bias += 64;
    out += 64;
    weights += block << 2;
  }
}

/** Relaxations of one row of `assign` (superpixels.ts) from the row before it in the order of the sweep. */
// @ts-ignore
@inline
function relax(distance: usize, labels: usize, at: i32, from: i32, crack: f64, best: f64, step: f64): f64 {
  const d = f(distance, from) + crack + step;
  if (d < best) {
    store<i32>(labels + (<usize>at << 2), int(labels, from));
    return d;
  }
  return best;
}

/** The sweeps of `assign`; centres have been set. */
export function sweep(east: usize, south: usize, width: i32, height: i32, labels: usize, distance: usize, sweeps: i32, step: f64): void {
  for (let round = 0; round < sweeps; round++) {
    for (let y = 0, i = 0; y < height; y++) {
      let left: f64 = Infinity;
      let label = 0;
      for (let x = 0; x < width; x++, i++) {
        let best = f(distance, i);
        let mine = int(labels, i);
        let d = x > 0 ? left + f(east, i - 1) + step : Infinity;
        mine = d < best ? label : mine;
        best = d < best ? d : best;
        if (y > 0) {
          d = f(distance, i - width) + f(south, i - width) + step;
          mine = d < best ? int(labels, i - width) : mine;
          best = d < best ? d : best;
        }
        const rounded = <f32>best;
        store<f32>(distance + (<usize>i << 2), rounded);
        store<i32>(labels + (<usize>i << 2), mine);
        left = <f64>rounded;
        label = mine;
      }
    }
    for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
      let right: f64 = Infinity;
      let label = 0;
      for (let x = width - 1; x >= 0; x--, i--) {
        let best = f(distance, i);
        let mine = int(labels, i);
        let d = x < width - 1 ? right + f(east, i) + step : Infinity;
        mine = d < best ? label : mine;
        best = d < best ? d : best;
        if (y < height - 1) {
          d = f(distance, i + width) + f(south, i) + step;
          mine = d < best ? int(labels, i + width) : mine;
          best = d < best ? d : best;
        }
        const rounded = <f32>best;
        store<f32>(distance + (<usize>i << 2), rounded);
        store<i32>(labels + (<usize>i << 2), mine);
        right = <f64>rounded;
        label = mine;
      }
    }
  }
}

/** `geodesicDistances` of geodesicDistance.ts. Distances are Infinity and `done` is 0 but for the sources, which wait in bucket 0. */
export function spread(
  rowStart: usize, neighbour: usize, slotCost: usize, distance: usize,
  newest: usize, node: usize, before: usize, done: usize, bucketMask: i32, perBucket: f64, entries: i32,
): void {
  let waiting = entries;
  for (let bucket = 0; waiting > 0; bucket++) {
    const ring = newest + (<usize>(bucket & bucketMask) << 2);
    let entry = load<i32>(ring);
    store<i32>(ring, -1);
    for (; entry >= 0; entry = int(before, entry)) {
      waiting--;
      const v = int(node, entry);
      if (load<u8>(done + <usize>v)) continue;
      store<u8>(done + <usize>v, 1);
      const here = f(distance, v);
      for (let k = int(rowStart, v), end = int(rowStart, v + 1); k < end; k++) {
        const u = int(neighbour, k);
        const reached = here + f(slotCost, k);
        if (reached >= f(distance, u)) continue;
        const rounded = <f32>reached;
        store<f32>(distance + (<usize>u << 2), rounded);
        const to = newest + (<usize>(<i32>(<f64>rounded * perBucket) & bucketMask) << 2);
        store<i32>(node + (<usize>entries << 2), u);
        store<i32>(before + (<usize>entries << 2), load<i32>(to));
        store<i32>(to, entries++);
        waiting++;
      }
    }
  }
}

/** What two regions' histograms have in common, weighted (mergeTree.ts). @param a, b shares of their pixels // (40,), f64 each */
export function likeness(a: usize, b: usize, colourWeight: f64, textureWeight: f64): f64 {
  let colour: f64 = 0;
  let texture: f64 = 0;
  let at: usize = 0;
  for (; at < 192; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    colour += f64x2.extract_lane(both, 0);
    colour += f64x2.extract_lane(both, 1);
  }
  for (; at < 320; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    texture += f64x2.extract_lane(both, 0);
    texture += f64x2.extract_lane(both, 1);
  }
  return (colourWeight * colour) / 3 + textureWeight * texture;
}

/** shares[k] = histogram[k] · share. @param histogram // (40,), f32 @param shares // (40,), f64 */
export function histogramShares(histogram: usize, share: f64, shares: usize): void {
  const factor = f64x2.splat(share);
  for (let k: usize = 0; k < 20; k++) {
    v128.store(shares + (k << 4), f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(histogram + (k << 3))), factor));
  }
}

// @ts-ignore
@inline
function prefixSums(counts: usize, length: i32): void {
  let sum = 0;
  for (let digit = 0; digit < length; digit++) {
    const here = int(counts, digit);
    store<i32>(counts + (<usize>digit << 2), sum);
    sum += here;
  }
}

// @ts-ignore
@inline
function slot(counts: usize, digit: i32): usize {
  const at = counts + (<usize>digit << 2);
  const to = load<i32>(at);
  store<i32>(at, to + 1);
  return <usize>to << 2;
}

/**
 * `sortByDistance` of levelSets.ts: the same 22-bit keys, by three digits of 8, 8 and 6 bits.
 * @param counts // (640,), i32
 */
export function sortByDistance(distance: usize, n: i32, order: usize, keys: usize, swapKeys: usize, swapOrder: usize, counts: usize): void {
  let low: f64 = Infinity;
  let high: f64 = -Infinity;
  for (let v = 0; v < n; v++) {
    const d = f(distance, v);
    low = d < low ? d : low;
    high = d > high && d != Infinity ? d : high;
  }
  const scale: f64 = high > low ? 4194303 / (high - low) : 0;
  memory.fill(counts, 0, 2304);
  const middle = counts + 1024;
  const top = counts + 2048;
  for (let v = 0; v < n; v++) {
    const d = f(distance, v);
    const key = scale == 0 ? 0 : d >= high ? 4194303 : <i32>((d - low) * scale);
    store<i32>(keys + (<usize>v << 2), key);
    slot(counts, key & 255);
    slot(middle, (key >> 8) & 255);
    slot(top, key >> 16);
  }
  prefixSums(counts, 256);
  prefixSums(middle, 256);
  prefixSums(top, 64);
  for (let v = 0; v < n; v++) {
    const key = int(keys, v);
    const to = slot(counts, key & 255);
    store<i32>(swapKeys + to, key);
    store<i32>(swapOrder + to, v);
  }
  for (let i = 0; i < n; i++) {
    const key = int(swapKeys, i);
    const to = slot(middle, (key >> 8) & 255);
    store<i32>(keys + to, key);
    store<i32>(order + to, int(swapOrder, i));
  }
  for (let i = 0; i < n; i++) {
    const to = slot(top, int(keys, i) >> 16);
    store<i32>(swapOrder + to, int(order, i));
  }
  memory.copy(order, swapOrder, <usize>n << 2);
}

/** `criticalLevels` of levelSets.ts. @param steps // (n rounded up to even,), f64 @param gaps // (maxLevels,), f32 */
export function criticalLevels(
  distance: usize, area: usize, n: i32, maxLevels: i32, maxIou: f64, order: usize, cumulative: usize, steps: usize, taken: usize, gaps: usize,
): i32 {
  let sum: f64 = 0;
  let here = n > 0 ? f(distance, int(order, 0)) : 0;
  for (let i = 0; i < n; i++) {
    sum += f(area, int(order, i));
    store<f32>(cumulative + (<usize>i << 2), <f32>sum);
    const next = i < n - 1 ? f(distance, int(order, i + 1)) : here;
    store<f64>(steps + (<usize>i << 3), next - here);
    here = next;
  }
  if (n & 1) store<f64>(steps + (<usize>n << 3), 0);
  const end = steps + (<usize>((n + 1) & ~1) << 3);
  let count = 0;
  while (count < maxLevels) {
    let most = f64x2.splat(0);
    for (let at = steps; at < end; at += 16) most = f64x2.pmax(most, v128.load(at));
    const even = f64x2.extract_lane(most, 0);
    const odd = f64x2.extract_lane(most, 1);
    const largest = odd > even ? odd : even;
    if (!(largest > 0)) break;
    let level = 0;
    while (load<f64>(steps + (<usize>level << 3)) != largest) level++;
    const size = f(cumulative, level);
    for (let i = level; i >= 0 && f(cumulative, i) > maxIou * size; i--) store<f64>(steps + (<usize>i << 3), 0);
    for (let i = level; i < n && maxIou * f(cumulative, i) < size; i++) store<f64>(steps + (<usize>i << 3), 0);
    let at = count++;
    for (; at > 0 && int(taken, at - 1) > level + 1; at--) {
      store<i32>(taken + (<usize>at << 2), int(taken, at - 1));
      store<f32>(gaps + (<usize>at << 2), load<f32>(gaps + (<usize>(at - 1) << 2)));
    }
    store<i32>(taken + (<usize>at << 2), level + 1);
    store<f32>(gaps + (<usize>at << 2), <f32>largest);
  }
  return count;
}

// @ts-ignore
@inline
function smoothedSums(plane: usize, above: i32, row: i32, below: i32, width: i32, sums: usize): void {
  let sum: f64 = 0;
  for (let x = 0; x < width; x++) {
    sum += 0.25 * (f(plane, above + x) + 2 * f(plane, row + x) + f(plane, below + x));
    store<f64>(sums + (<usize>(x + 1) << 3), sum);
  }
}

// @ts-ignore
@inline
function difference(sums: usize, from: usize, to: usize, before: f64, after: f64): f64 {
  const middle = load<f64>(sums);
  const d = (load<f64>(sums + to) - middle) * after - (middle - load<f64>(sums - from)) * before;
  return d * d;
}

/** `contrast` of boundaryMap.ts at the sums' `at`. */
// @ts-ignore
@inline
function contrast(l: usize, a: usize, b: usize, at: i32, radius: i32, width: i32): f64 {
  const from = at > radius ? radius : at;
  const to = at + radius < width ? radius : width - at;
  const before = 1.0 / <f64>from;
  const after = 1.0 / <f64>to;
  const place = <usize>at << 3;
  const back = <usize>from << 3;
  const ahead = <usize>to << 3;
  return sqrt(difference(l + place, back, ahead, before, after) + difference(a + place, back, ahead, before, after) + difference(b + place, back, ahead, before, after));
}

// @ts-ignore
@inline
function differences(sums: usize, reach: usize, share: v128): v128 {
  const middle = v128.load(sums);
  const after = f64x2.mul(f64x2.sub(v128.load(sums + reach), middle), share);
  const d = f64x2.sub(after, f64x2.mul(f64x2.sub(middle, v128.load(sums - reach)), share));
  return f64x2.mul(d, d);
}

/** `crackStrength` of boundaryMap.ts, two cracks a vector where both scales have all their pixels. @param sums // (3, width + 2), f64 */
export function crackStrength(
  lightness: usize, a: usize, b: usize, width: i32, height: i32, sums: usize, out: usize,
  narrow: i32, narrowWeight: f64, wide: i32, wideWeight: f64, half: f64,
): void {
  const sumL = sums;
  const sumA = sumL + (<usize>(width + 2) << 3);
  const sumB = sumA + (<usize>(width + 2) << 3);
  const narrowReach = <usize>narrow << 3;
  const wideReach = <usize>wide << 3;
  const narrowShare = f64x2.splat(1.0 / <f64>narrow);
  const wideShare = f64x2.splat(1.0 / <f64>wide);
  const narrowWeights = f64x2.splat(narrowWeight);
  const wideWeights = f64x2.splat(wideWeight);
  const halves = f64x2.splat(half);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    smoothedSums(lightness, above, row, below, width, sumL);
    smoothedSums(a, above, row, below, width, sumA);
    smoothedSums(b, above, row, below, width, sumB);
    const strengths = out + (<usize>row << 2);
    let x = 0;
    while (x < width - 1) {
      const at = x + 1;
      if (at >= wide && at + 1 + wide <= width) {
        const p = <usize>at << 3;
        const near = f64x2.sqrt(f64x2.add(
          f64x2.add(differences(sumL + p, narrowReach, narrowShare), differences(sumA + p, narrowReach, narrowShare)),
          differences(sumB + p, narrowReach, narrowShare),
        ));
        const far = f64x2.sqrt(f64x2.add(
          f64x2.add(differences(sumL + p, wideReach, wideShare), differences(sumA + p, wideReach, wideShare)),
          differences(sumB + p, wideReach, wideShare),
        ));
        const gradient = f64x2.add(f64x2.mul(narrowWeights, near), f64x2.mul(wideWeights, far));
        v128.store64_lane(strengths + (<usize>x << 2), f32x4.demote_f64x2_zero(f64x2.div(gradient, f64x2.add(gradient, halves))), 0);
        x += 2;
        continue;
      }
      const gradient = narrowWeight * contrast(sumL, sumA, sumB, at, narrow, width) + wideWeight * contrast(sumL, sumA, sumB, at, wide, width);
      store<f32>(strengths + (<usize>x << 2), <f32>(gradient / (gradient + half)));
      x++;
    }
  }
}

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
 */
export function catchUp(box: usize, taken: usize, room: i32, since: i32, count: i32, limit: f64, power: i32, score: f64): f64 {
  const left = f(box, 0), top = f(box, 1), right = f(box, 2), bottom = f(box, 3);
  const area = (right - left) * (bottom - top);
  const plane = <usize>room << 2;
  const tops = taken + plane, rights = tops + plane, bottoms = rights + plane, areas = bottoms + plane;
  const x0 = f32x4.splat(<f32>left), y0 = f32x4.splat(<f32>top), x1 = f32x4.splat(<f32>right), y1 = f32x4.splat(<f32>bottom);
  const own = f32x4.splat(<f32>area), zero = f32x4.splat(0), share = f32x4.splat(<f32>(limit * 0.999));
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
      if (!(iou > limit)) continue;
      let risen = iou;
      for (let p = 1; p < power; p++) risen *= iou;
      score = <f64><f32>(score * (1 - risen));
    }
  }
  return score;
}
