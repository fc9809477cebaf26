import { setInt } from '../arena/memory.assembly';

/**
 * Writes where each run of equal labels begins, row by row, and after the last one the number of all pixels. Returns how many runs there are.
 * @param labels // (height, width), i32
 * @param starts pixels // (height · width + 1,), i32
 */
export function pixelRuns(labels: usize, width: i32, height: i32, starts: usize): i32 {
  let runs = 0;
  for (let y = 0; y < height; y++) {
    const first = y * width;
    const row = labels + (<usize>first << 2);
    setInt(starts, runs++, first);
    for (let x = 1; x < width; x += 4) {
      const at = row + (<usize>x << 2);
      let mask = i32x4.bitmask(i32x4.ne(v128.load(at), v128.load(at - 4)));
      if (x + 4 > width) mask &= (1 << (width - x)) - 1;
      for (; mask != 0; mask &= mask - 1) setInt(starts, runs++, first + x + ctz(mask));
    }
  }
  setInt(starts, runs, width * height);
  return runs;
}
