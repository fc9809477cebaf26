// AssemblyScript, a part of convolution.assembly.ts: the product that every convolution comes down to, in tiles that the registers hold.
//
// Sums are either plain SIMD's, a product and an addition at a time and the same bits everywhere, or relaxed SIMD's fused ones; which, says
// the file that this becomes a part of. A tile is stored as it is, and bias and activation are a second step: as part of one function
// they cost the loop a sixth of its speed (44 against 36 GFLOP/s on V8), since its accumulators no longer stay in registers.

// @ts-ignore: decorators are AssemblyScript's own
@inline
function addProduct(sum: v128, a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum);
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** min(v ≥ 0 ? v : slope · v, most). What is no number stays none. */
// @ts-ignore
@inline
export function clamped(v: v128, slope: v128, most: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.pmin(f32x4.add(f32x4.pmax(v, zero), f32x4.mul(f32x4.pmin(v, zero), slope)), most);
}

/**
 * One tile of a product: `rows` rows by 8 columns of A · B, `rows` being 6, 4 or 2.
 *
 * @param a // (groups, rows, 4): four columns of A at a time, row by row
 * @param b // (4 · groups, 8)
 * @param out // (rows, 8), rows `stride` bytes apart
 */
export function matrixTile(rows: i32, a: usize, b: usize, groups: i32, out: usize, stride: usize): void {
  if (rows == 6) tile6(a, b, groups, out, stride);
  else if (rows == 4) tile4(a, b, groups, out, stride);
  else tile2(a, b, groups, out, stride);
}

/** Rows of the tile that begins with row `first` of `count`: 6, at the end as many as are left, made even. */
// @ts-ignore
@inline
export function rowsOfTile(first: i32, count: i32): i32 {
  return min((count - first + 1) & ~1, 6);
}

/** `matrixTile` of 6 rows. */
function tile6(a: usize, b: usize, groups: i32, out: usize, stride: usize): void {
  let p0 = f32x4.splat(0), q0 = f32x4.splat(0), p1 = f32x4.splat(0), q1 = f32x4.splat(0), p2 = f32x4.splat(0), q2 = f32x4.splat(0);
  let p3 = f32x4.splat(0), q3 = f32x4.splat(0), p4 = f32x4.splat(0), q4 = f32x4.splat(0), p5 = f32x4.splat(0), q5 = f32x4.splat(0);
  const end = a + <usize>groups * 96;
  while (a < end) {
    let w: v128, v: v128, x: v128;
    w = v128.load(b, 0); v = v128.load(b, 16);
    x = v128.load32_splat(a, 0); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 16); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 32); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 48); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    x = v128.load32_splat(a, 64); p4 = addProduct(p4, x, w); q4 = addProduct(q4, x, v);
    x = v128.load32_splat(a, 80); p5 = addProduct(p5, x, w); q5 = addProduct(q5, x, v);
    w = v128.load(b, 32); v = v128.load(b, 48);
    x = v128.load32_splat(a, 4); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 20); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 36); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 52); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    x = v128.load32_splat(a, 68); p4 = addProduct(p4, x, w); q4 = addProduct(q4, x, v);
    x = v128.load32_splat(a, 84); p5 = addProduct(p5, x, w); q5 = addProduct(q5, x, v);
    w = v128.load(b, 64); v = v128.load(b, 80);
    x = v128.load32_splat(a, 8); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 24); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 40); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 56); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    x = v128.load32_splat(a, 72); p4 = addProduct(p4, x, w); q4 = addProduct(q4, x, v);
    x = v128.load32_splat(a, 88); p5 = addProduct(p5, x, w); q5 = addProduct(q5, x, v);
    w = v128.load(b, 96); v = v128.load(b, 112);
    x = v128.load32_splat(a, 12); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 28); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 44); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 60); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    x = v128.load32_splat(a, 76); p4 = addProduct(p4, x, w); q4 = addProduct(q4, x, v);
    x = v128.load32_splat(a, 92); p5 = addProduct(p5, x, w); q5 = addProduct(q5, x, v);
    a += 96; b += 128;
  }
  v128.store(out, p0); v128.store(out, q0, 16); out += stride;
  v128.store(out, p1); v128.store(out, q1, 16); out += stride;
  v128.store(out, p2); v128.store(out, q2, 16); out += stride;
  v128.store(out, p3); v128.store(out, q3, 16); out += stride;
  v128.store(out, p4); v128.store(out, q4, 16); out += stride;
  v128.store(out, p5); v128.store(out, q5, 16);
}

/** `matrixTile` of 4 rows. */
function tile4(a: usize, b: usize, groups: i32, out: usize, stride: usize): void {
  let p0 = f32x4.splat(0), q0 = f32x4.splat(0), p1 = f32x4.splat(0), q1 = f32x4.splat(0), p2 = f32x4.splat(0), q2 = f32x4.splat(0);
  let p3 = f32x4.splat(0), q3 = f32x4.splat(0);
  const end = a + <usize>groups * 64;
  while (a < end) {
    let w: v128, v: v128, x: v128;
    w = v128.load(b, 0); v = v128.load(b, 16);
    x = v128.load32_splat(a, 0); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 16); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 32); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 48); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    w = v128.load(b, 32); v = v128.load(b, 48);
    x = v128.load32_splat(a, 4); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 20); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 36); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 52); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    w = v128.load(b, 64); v = v128.load(b, 80);
    x = v128.load32_splat(a, 8); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 24); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 40); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 56); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    w = v128.load(b, 96); v = v128.load(b, 112);
    x = v128.load32_splat(a, 12); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 28); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    x = v128.load32_splat(a, 44); p2 = addProduct(p2, x, w); q2 = addProduct(q2, x, v);
    x = v128.load32_splat(a, 60); p3 = addProduct(p3, x, w); q3 = addProduct(q3, x, v);
    a += 64; b += 128;
  }
  v128.store(out, p0); v128.store(out, q0, 16); out += stride;
  v128.store(out, p1); v128.store(out, q1, 16); out += stride;
  v128.store(out, p2); v128.store(out, q2, 16); out += stride;
  v128.store(out, p3); v128.store(out, q3, 16);
}

/** `matrixTile` of 2 rows. */
function tile2(a: usize, b: usize, groups: i32, out: usize, stride: usize): void {
  let p0 = f32x4.splat(0), q0 = f32x4.splat(0), p1 = f32x4.splat(0), q1 = f32x4.splat(0);
  const end = a + <usize>groups * 32;
  while (a < end) {
    let w: v128, v: v128, x: v128;
    w = v128.load(b, 0); v = v128.load(b, 16);
    x = v128.load32_splat(a, 0); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 16); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    w = v128.load(b, 32); v = v128.load(b, 48);
    x = v128.load32_splat(a, 4); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 20); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    w = v128.load(b, 64); v = v128.load(b, 80);
    x = v128.load32_splat(a, 8); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 24); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    w = v128.load(b, 96); v = v128.load(b, 112);
    x = v128.load32_splat(a, 12); p0 = addProduct(p0, x, w); q0 = addProduct(q0, x, v);
    x = v128.load32_splat(a, 28); p1 = addProduct(p1, x, w); q1 = addProduct(q1, x, v);
    a += 32; b += 128;
  }
  v128.store(out, p0); v128.store(out, q0, 16); out += stride;
  v128.store(out, p1); v128.store(out, q1, 16);
}
