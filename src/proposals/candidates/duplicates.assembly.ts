import { f, int } from '../arena/memory.assembly';
import { DistinctBoxesArguments } from '../generated/loopStructs.assembly';

// @ts-ignore
@inline
function lanes(plane: usize, at: i32): v128 {
  return v128.load(plane + (<usize>at << 2));
}

/** The pair of buckets that a box is in, by the octaves of its sides. */
// @ts-ignore
@inline
function bucketOf(box: usize, octaves: usize, buckets: i32): i32 {
  const wide = load<f64>(octaves + (<usize>(f(box, 2) - f(box, 0)) << 3)), tall = load<f64>(octaves + (<usize>(f(box, 3) - f(box, 1)) << 3));
  return min(buckets - 1, <i32>floor(wide)) * buckets + min(buckets - 1, <i32>floor(tall));
}

/**
 * `distinctBoxes` of duplicates.reference.ts. The kept boxes of a bucket lie next to each other. Four of them at a time, the newest
 * first, are screened in float32, with a margin, for an overlap that might count; the few that pass are computed as in the reference.
 */
export function distinctBoxes(args: DistinctBoxesArguments): i32 {
  const boxes = args.boxes, count = args.count, maxIou = args.maxIou, octaves = args.octaves, reach = args.reach, buckets = args.sideBuckets;
  const starts = args.starts, ends = args.ends, planes = args.planes, kept = args.kept, votes = args.votes;
  for (let i = 0; i < count; i++) {
    const at = ends + (<usize>bucketOf(boxes + (<usize>i << 4), octaves, buckets) << 2);
    store<i32>(at, load<i32>(at) + 1);
  }
  for (let b = 0, next = 4, all = buckets * buckets; b < all; b++) {
    const at = <usize>b << 2;
    const here = load<i32>(ends + at);
    store<i32>(starts + at, next);
    store<i32>(ends + at, next);
    next += here;
  }
  const plane = <usize>(count + 4) << 2;
  const lefts = planes, tops = lefts + plane, rights = tops + plane, bottoms = rights + plane, areas = bottoms + plane, places = areas + plane;
  const zero = f32x4.splat(0), share = f32x4.splat(<f32>(maxIou * 0.999));
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    const box = boxes + (<usize>i << 4);
    const left = f(box, 0), top = f(box, 1), right = f(box, 2), bottom = f(box, 3);
    const area = (right - left) * (bottom - top);
    const wide = load<f64>(octaves + (<usize>(right - left) << 3)), tall = load<f64>(octaves + (<usize>(bottom - top) << 3));
    const w0 = max(0, <i32>floor(wide - reach)), w1 = min(buckets - 1, <i32>floor(wide + reach));
    const h0 = max(0, <i32>floor(tall - reach)), h1 = min(buckets - 1, <i32>floor(tall + reach));
    const x0 = f32x4.splat(<f32>left), y0 = f32x4.splat(<f32>top), x1 = f32x4.splat(<f32>right), y1 = f32x4.splat(<f32>bottom);
    const own = f32x4.splat(<f32>area);
    let duplicateOf = -1;
    for (let b = w0; b <= w1 && duplicateOf < 0; b++) {
      for (let c = h0; c <= h1 && duplicateOf < 0; c++) {
        const start = int(starts, b * buckets + c);
        for (let end = int(ends, b * buckets + c); end > start; end -= 4) {
          const k = end - 4;
          const w = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(x1, lanes(rights, k)), f32x4.pmax(x0, lanes(lefts, k))));
          const h = f32x4.pmax(zero, f32x4.sub(f32x4.pmin(y1, lanes(bottoms, k)), f32x4.pmax(y0, lanes(tops, k))));
          const both = f32x4.mul(w, h);
          let mask = i32x4.bitmask(f32x4.gt(both, f32x4.mul(share, f32x4.sub(f32x4.add(lanes(areas, k), own), both))));
          if (k < start) mask &= -1 << (start - k);
          while (mask != 0) {
            const lane = 31 - clz(mask);
            const j = k + lane;
            mask ^= 1 << lane;
            const shared = (min(right, f(rights, j)) - max(left, f(lefts, j))) * (min(bottom, f(bottoms, j)) - max(top, f(tops, j)));
            if (shared > maxIou * (area + f(areas, j) - shared)) {
              duplicateOf = int(places, j);
              break;
            }
          }
          if (duplicateOf >= 0) break;
        }
      }
    }
    if (duplicateOf >= 0) {
      const at = votes + (<usize>duplicateOf << 2);
      store<f32>(at, load<f32>(at) + 1);
      continue;
    }
    const bucket = ends + (<usize>bucketOf(box, octaves, buckets) << 2);
    const end = load<i32>(bucket);
    store<i32>(bucket, end + 1);
    const to = <usize>end << 2;
    store<f32>(lefts + to, <f32>left);
    store<f32>(tops + to, <f32>top);
    store<f32>(rights + to, <f32>right);
    store<f32>(bottoms + to, <f32>bottom);
    store<f32>(areas + to, <f32>area);
    store<i32>(places + to, keptCount);
    store<i32>(kept + (<usize>keptCount << 2), i);
    keptCount++;
  }
  return keptCount;
}
