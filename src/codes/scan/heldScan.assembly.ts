// AssemblyScript, built by `npm run assembly` into heldScan.binary.ts: which of some rows hold a category,
// and how many. No allocation and no static data.

const LANES: i32 = 16;

/**
 * Rows whose probability is at or above the gate.
 * @param probabilities of one category, to a whole block of 16 // (count,) u8
 * @param chosen 255 for each row that counts, else 0 // (count,) u8
 */
export function countHeld(probabilities: usize, gate: i32, chosen: usize, count: i32): i32 {
  const least = i8x16.splat(<i8>gate);
  let held = 0;
  for (let row = 0; row < count; row += LANES) {
    const at = v128.and(i8x16.ge_u(v128.load(probabilities + <usize>row), least), v128.load(chosen + <usize>row));
    held += popcnt<i32>(i8x16.bitmask(at));
  }
  return held;
}

/**
 * Writes which rows from `first` on are at or above the gate.
 * @param probabilities of one category, of row 0, to a whole block of 16 // u8
 * @param open 255 for each row that counts, else 0 // (count,) u8
 * @param rows // u32
 * @returns how many
 */
export function holding(probabilities: usize, gate: i32, open: usize, first: i32, count: i32, rows: usize): i32 {
  const least = i8x16.splat(<i8>gate);
  const start = rows;
  for (let row = 0; row < count; row += LANES) {
    const bytes = v128.load(probabilities + <usize>(first + row));
    let lanes = i8x16.bitmask(v128.and(i8x16.ge_u(bytes, least), v128.load(open + <usize>row)));
    for (; lanes != 0; lanes &= lanes - 1, rows += 4) store<u32>(rows, first + row + <i32>ctz(lanes));
  }
  return <i32>((rows - start) >> 2);
}
