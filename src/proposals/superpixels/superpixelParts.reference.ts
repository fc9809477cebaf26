/** Work arrays of `keepLargestParts`; all zeros at first. */
export interface PartsWork {
  /** Part of each pixel. // (height·width,) */
  readonly part: Int32Array;
  /** Of each part a smaller one that it is connected to, or itself, and its pixels. // (height·width,) each */
  readonly joined: Int32Array;
  readonly pixels: Int32Array;
  /** // (height·width,) */
  readonly queue: Int32Array;
  /** Of each label its largest part, that part's pixels, and the label's number once lost labels are closed up. // (labelCount,) each */
  readonly largest: Int32Array;
  readonly largestSize: Int32Array;
  readonly closed: Int32Array;
}

/**
 * Keeps the largest 4-connected part of each label, the first of several equally large, and gives all other pixels to the kept part that
 * reaches them first, breadth first. So the result is connected and covers the image. Labels that lost every pixel are closed up.
 * @param labels 0..labelCount−1, overwritten // (height·width,)
 * @returns how many labels are left
 */
export function keepLargestParts(
  labels: Int32Array,
  width: number,
  height: number,
  labelCount: number,
  { part, joined, pixels, queue, largest, largestSize, closed }: PartsWork,
): number {
  const size = width * height;
  // Parts are numbered as they are met; of connected numbers the smallest stands for the part.
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
    // Connected to a smaller number, whose turn comes later.
    pixels[joined[p]!]! += pixels[p]!;
  }
  for (let p = 0; p < parts; p++) if (joined[p] !== p) joined[p] = joined[joined[p]!]!;
  for (let i = 0; i < size; i++) {
    const p = joined[part[i]!]!;
    part[i] = p;
    const label = labels[i]!;
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
  // Only pixels beside one without a label can pass theirs on.
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

/** Connects the parts of two numbers under the smaller of their smallest numbers. */
function join(joined: Int32Array, a: number, b: number): void {
  let p = a;
  let q = b;
  while (joined[p] !== p) p = joined[p]!;
  while (joined[q] !== q) q = joined[q]!;
  if (p < q) joined[q] = p;
  else joined[p] = q;
}
