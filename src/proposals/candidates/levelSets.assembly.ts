import { f, int } from '../arena/memory.assembly';
import { CriticalLevelsArguments, SortByDistanceArguments } from '../generated/loopStructs.assembly';

/** 22 bits. */
const LARGEST_KEY = 4194303;

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

/** Byte offset of the next element with this digit, which it counts. */
// @ts-ignore
@inline
function slot(counts: usize, digit: i32): usize {
  const at = counts + (<usize>digit << 2);
  const to = load<i32>(at);
  store<i32>(at, to + 1);
  return <usize>to << 2;
}

/**
 * `sortByDistance` of levelSets.reference.ts: the same 22-bit keys, sorted by three digits of 8, 8 and 6 bits, whose counts fit the
 * first-level cache.
 */
export function sortByDistance(args: SortByDistanceArguments): void {
  const distance = args.distance, n = args.nodeCount, order = args.order;
  const keys = args.keys, swapKeys = args.swapKeys, swapOrder = args.swapOrder, counts = args.counts;
  let low: f64 = Infinity;
  let high: f64 = -Infinity;
  for (let v = 0; v < n; v++) {
    const d = f(distance, v);
    low = d < low ? d : low;
    high = d > high && d != Infinity ? d : high;
  }
  const scale: f64 = high > low ? <f64>LARGEST_KEY / (high - low) : 0;
  // Of 256, 256 and 64 digits, four bytes each.
  memory.fill(counts, 0, 2304);
  const middle = counts + 1024;
  const top = counts + 2048;
  for (let v = 0; v < n; v++) {
    const d = f(distance, v);
    const key = scale == 0 ? 0 : d >= high ? LARGEST_KEY : <i32>((d - low) * scale);
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

/** `criticalLevels` of levelSets.reference.ts. */
export function criticalLevels(args: CriticalLevelsArguments): i32 {
  const distance = args.distance, area = args.area, n = args.nodeCount, maxLevels = args.maxLevels, maxIou = args.maxIou;
  const order = args.order, cumulative = args.cumulative, steps = args.steps, taken = args.taken, gaps = args.gaps;
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
