import { int, setInt } from '../arena/memory.assembly';
import { KeepLargestPartsArguments } from '../generated/loopStructs.assembly';
import { pixelRuns } from './pixelRuns.assembly';

/** `join` of superpixelParts.reference.ts. */
function join(joined: usize, a: i32, b: i32): void {
  let p = a;
  let q = b;
  while (int(joined, p) != p) p = int(joined, p);
  while (int(joined, q) != q) q = int(joined, q);
  setInt(joined, max(p, q), min(p, q));
}

/** Gives pixel `i` the label and queues it, if it has none yet. Returns the queue's new end. */
// @ts-ignore
@inline
function give(labels: usize, queue: usize, tail: i32, i: i32, label: i32): i32 {
  if (int(labels, i) != -1) return tail;
  setInt(labels, i, label);
  setInt(queue, tail, i);
  return tail + 1;
}

/** Mask of the pixels, of four, that have no label. */
// @ts-ignore
@inline
function leftOver(at: usize): v128 {
  return i32x4.eq(v128.load(at), i32x4.splat(-1));
}

/** `keepLargestParts` of superpixelParts.reference.ts, run by run: a run is a part of its own until it is joined with those above it. */
export function keepLargestParts(args: KeepLargestPartsArguments): i32 {
  const labels = args.labels, width = args.width, height = args.height, labelCount = args.labelCount;
  const starts = args.starts, joined = args.joined, pixels = args.pixels, queue = args.queue;
  const largest = args.largest, sizes = args.largestSize, closed = args.closed;
  const runs = pixelRuns(labels, width, height, starts);
  for (let r = 0, above = 0; r < runs; r++) {
    const start = int(starts, r), end = int(starts, r + 1);
    setInt(joined, r, r);
    setInt(pixels, r, end - start);
    const label = int(labels, start);
    // The first run above that reaches this one; the last one that does may reach the next run too.
    while (int(starts, above + 1) + width <= start) above++;
    for (let a = above; int(starts, a) + width < end; a++) if (int(labels, int(starts, a)) == label) join(joined, r, a);
  }
  for (let r = runs - 1; r >= 0; r--) {
    const p = int(joined, r);
    if (p != r) setInt(pixels, p, int(pixels, p) + int(pixels, r));
  }
  memory.fill(largest, 255, <usize>labelCount << 2);
  memory.fill(sizes, 0, <usize>labelCount << 2);
  for (let r = 0; r < runs; r++) {
    const p = int(joined, int(joined, r));
    setInt(joined, r, p);
    const label = int(labels, int(starts, r));
    if (int(pixels, p) <= int(sizes, label)) continue;
    setInt(sizes, label, int(pixels, p));
    setInt(largest, label, p);
  }
  let count = 0;
  for (let k = 0; k < labelCount; k++) {
    setInt(closed, k, count);
    count += i32(int(sizes, k) > 0);
  }
  let some = false;
  for (let r = 0; r < runs; r++) {
    const start = int(starts, r), end = int(starts, r + 1);
    const label = int(labels, start);
    const kept = int(joined, r) == int(largest, label);
    some = some || !kept;
    const to = kept ? int(closed, label) : -1;
    if (to != label) for (let i = start; i < end; i++) setInt(labels, i, to);
  }
  if (!some) return count;
  let tail = 0;
  for (let y = 0, i = 0; y < height; y++) {
    const row = <usize>width << 2;
    const up = y > 0 ? row : 0, down = y < height - 1 ? row : 0;
    for (let x = 0; x < width; x++, i++) {
      const at = labels + (<usize>i << 2);
      if (x + 4 <= width) {
        // Few pixels are beside an unlabelled one. What is read beyond the row only costs a closer look.
        const beside = v128.or(v128.or(leftOver(at - 4), leftOver(at + 4)), v128.or(leftOver(at - up), leftOver(at + down)));
        if (!v128.any_true(beside)) {
          x += 3;
          i += 3;
          continue;
        }
      }
      if (load<i32>(at) == -1) continue;
      if ((x > 0 && load<i32>(at - 4) == -1) || (x < width - 1 && load<i32>(at + 4) == -1)
        || load<i32>(at - up) == -1 || load<i32>(at + down) == -1) setInt(queue, tail++, i);
    }
  }
  const size = width * height;
  for (let next = 0; next < tail; next++) {
    const i = int(queue, next);
    const label = int(labels, i);
    const x = i % width;
    if (x > 0) tail = give(labels, queue, tail, i - 1, label);
    if (x < width - 1) tail = give(labels, queue, tail, i + 1, label);
    if (i >= width) tail = give(labels, queue, tail, i - width, label);
    if (i + width < size) tail = give(labels, queue, tail, i + width, label);
  }
  return count;
}
