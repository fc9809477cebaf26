import type { Scratch } from './scratch.ts';

/**
 * Mean over a (2·radius+1)² window, cut at the image's border (the mean is over what is inside). Running sums: the cost
 * does not depend on the radius. `source` and `target` // (height·width,), may be the same array.
 */
export function boxBlur(
  source: Float32Array, target: Float32Array, width: number, height: number, radius: number, scratch: Scratch,
): void {
  const rows = scratch.float32(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = 0; x < Math.min(radius, width); x++, count++) sum += source[row + x]!;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) {
        sum += source[row + x + radius]!;
        count++;
      }
      if (x - radius - 1 >= 0) {
        sum -= source[row + x - radius - 1]!;
        count--;
      }
      rows[row + x] = sum / count;
    }
  }
  const sums = scratch.float32(width);
  let count = 0;
  for (let y = 0; y < Math.min(radius, height); y++, count++) {
    for (let x = 0; x < width; x++) sums[x]! += rows[y * width + x]!;
  }
  for (let y = 0; y < height; y++) {
    const enters = y + radius < height ? (y + radius) * width : -1;
    const leaves = y - radius - 1 >= 0 ? (y - radius - 1) * width : -1;
    if (enters >= 0) {
      count++;
      for (let x = 0; x < width; x++) sums[x]! += rows[enters + x]!;
    }
    if (leaves >= 0) {
      count--;
      for (let x = 0; x < width; x++) sums[x]! -= rows[leaves + x]!;
    }
    const share = 1 / count;
    for (let x = 0; x < width; x++) target[y * width + x] = sums[x]! * share;
  }
}
