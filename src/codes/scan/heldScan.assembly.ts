// AssemblyScript, built by `npm run assembly` into heldScan.binary.ts: how many of some rows hold each category. No allocation and no static
// data.

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
