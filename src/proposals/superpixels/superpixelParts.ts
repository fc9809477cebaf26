import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';

/**
 * Keeps the largest 4-connected part of each label and gives the other pixels to the kept part that reaches them first
 * (breadth first), so that the result is connected and covers the image; labels that lost every pixel are closed up. Returns how many labels are left.
 * `labels` 0..labelCount−1, overwritten // (height·width,)
 */
export function keepLargestParts(
  labels: Int32Array,
  width: number,
  height: number,
  labelCount: number,
  scratch: Scratch,
): number {
  const size = width * height;
  // Parts by runs in rows: each pixel has a number, each number the smallest one that it is joined with, which stands for the part.
  const part = scratch.int32(size + 1);
  const joined = scratch.int32(size);
  const pixels = scratch.int32(size);
  const queue = scratch.int32(size);
  const largest = scratch.int32(labelCount);
  const largestSize = scratch.int32(labelCount);
  const closed = scratch.int32(labelCount);
  const loops = loopsOn(scratch, labels, closed);
  if (loops !== null) {
    return loops.keepLargestParts(
      labels.byteOffset,
      width,
      height,
      labelCount,
      part.byteOffset,
      joined.byteOffset,
      pixels.byteOffset,
      queue.byteOffset,
      largest.byteOffset,
      largestSize.byteOffset,
      closed.byteOffset,
    );
  }
  let parts = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const label = labels[i]!;
      let mine = x > 0 && labels[i - 1] === label ? part[i - 1]! : -1;
      if (y > 0 && labels[i - width] === label) {
        const above = part[i - width]!;
        if (mine < 0) mine = above;
        else if (mine !== above) join(joined, mine, above);
      }
      if (mine < 0) {
        mine = parts;
        joined[parts] = parts++;
      }
      part[i] = mine;
      pixels[mine]!++;
    }
  }
  for (let p = parts - 1; p >= 0; p--) {
    if (joined[p] === p) continue;
    // Joined with a smaller number, whose turn comes later.
    pixels[joined[p]!]! += pixels[p]!;
  }
  for (let p = 0; p < parts; p++) if (joined[p] !== p) joined[p] = joined[joined[p]!]!;
  for (let i = 0; i < size; i++) {
    const p = joined[part[i]!]!;
    part[i] = p;
    const label = labels[i]!;
    // The first of equally large parts.
    if (pixels[p]! > largestSize[label]!) {
      largestSize[label] = pixels[p]!;
      largest[label] = p;
    }
  }
  let count = 0;
  for (let k = 0; k < labelCount; k++) if (largestSize[k]! > 0) closed[k] = count++;
  for (let i = 0; i < size; i++) {
    const label = labels[i]!;
    labels[i] = part[i] === largest[label] ? closed[label]! : -1;
  }
  // Only a pixel beside one that is left over can give it a label.
  let tail = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (labels[i] === -1) continue;
      if (
        (x > 0 && labels[i - 1] === -1) ||
        (x < width - 1 && labels[i + 1] === -1) ||
        (y > 0 && labels[i - width] === -1) ||
        (y < height - 1 && labels[i + width] === -1)
      )
        queue[tail++] = i;
    }
  }
  for (let head = 0; head < tail; head++) {
    const i = queue[head]!;
    const label = labels[i]!;
    const x = i % width;
    if (x > 0 && labels[i - 1] === -1) {
      labels[i - 1] = label;
      queue[tail++] = i - 1;
    }
    if (x < width - 1 && labels[i + 1] === -1) {
      labels[i + 1] = label;
      queue[tail++] = i + 1;
    }
    if (i >= width && labels[i - width] === -1) {
      labels[i - width] = label;
      queue[tail++] = i - width;
    }
    if (i + width < size && labels[i + width] === -1) {
      labels[i + width] = label;
      queue[tail++] = i + width;
    }
  }
  return count;
}

/** Joins the parts of two numbers under the smaller one's smallest. */
function join(joined: Int32Array, a: number, b: number): void {
  let p = a;
  let q = b;
  while (joined[p] !== p) p = joined[p]!;
  while (joined[q] !== q) q = joined[q]!;
  if (p < q) joined[q] = p;
  else joined[p] = q;
}
