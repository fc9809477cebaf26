// AssemblyScript, a part of convolution.assembly.ts: Winograd's transforms of F(4×4, 3×3), four channels at a time. The matrices are those of
// winograd.reference.ts, which says what they are.

import { clamped } from './matrixTile.assembly';

const R: f32 = 1.4142135623730951; // √2
const H: f32 = 0.7071067811865476; // √2 / 2
const Q: f32 = 0.3535533905932738; // √2 / 4
const D: f32 = 2.8284271247461903; // 2 · √2

// @ts-ignore: decorators are AssemblyScript's own
@inline
function times(v: v128, factor: f32): v128 {
  return f32x4.mul(v, f32x4.splat(factor));
}

/** out = Bᵀ d of six vectors. // `from` and `to` the first of each, `step` and `stride` bytes apart */
// @ts-ignore
@inline
function intoTile(from: usize, step: usize, to: usize, stride: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  v128.store(to, f32x4.add(f32x4.sub(d0, times(d2, 2.5)), d4));
  const even = f32x4.sub(d4, f32x4.add(d2, d2));
  const odd = f32x4.sub(times(d3, H), times(d1, R));
  v128.store(to + stride, f32x4.add(even, odd));
  v128.store(to + 2 * stride, f32x4.sub(even, odd));
  const even2 = f32x4.sub(d4, times(d2, 0.5));
  const odd2 = f32x4.sub(times(d3, R), times(d1, H));
  v128.store(to + 3 * stride, f32x4.add(even2, odd2));
  v128.store(to + 4 * stride, f32x4.sub(even2, odd2));
  v128.store(to + 5 * stride, f32x4.add(f32x4.sub(d1, times(d3, 2.5)), d5));
}

/**
 * Bᵀ d B of a patch of 6×6 cells.
 * @param from first cell, rows `rowStep` and columns `columnStep` bytes apart
 * @param half room for 36 vectors
 * @param to place (0, 0); the places row by row, `stride` bytes apart
 */
export function inputTransform(from: usize, rowStep: usize, columnStep: usize, half: usize, to: usize, stride: usize): void {
  for (let column: usize = 0; column < 6; column++) intoTile(from + column * columnStep, rowStep, half + (column << 4), 96);
  for (let row: usize = 0; row < 6; row++) intoTile(half + row * 96, 16, to + row * 6 * stride, stride);
}

/**
 * f(Aᵀ m A + bias): 4×4 pixels of the output, of which `rows` × `columns` are written.
 * @param from place (0, 0); the places row by row, `stride` bytes apart
 * @param half room for 24 vectors
 */
export function outputTransform(
  from: usize, stride: usize, half: usize, biasAt: usize, slopes: f32, limit: f32,
  to: usize, rowStep: usize, columnStep: usize, rows: i32, columns: i32,
): void {
  for (let column: usize = 0; column < 6; column++) {
    const at = from + column * stride;
    const m0 = v128.load(at);
    const m1 = v128.load(at + 6 * stride);
    const m2 = v128.load(at + 12 * stride);
    const m3 = v128.load(at + 18 * stride);
    const m4 = v128.load(at + 24 * stride);
    const m5 = v128.load(at + 30 * stride);
    const near = f32x4.add(m1, m2);
    const nearOdd = f32x4.sub(m1, m2);
    const far = f32x4.add(m3, m4);
    const farOdd = f32x4.sub(m3, m4);
    const store = half + (column << 4);
    v128.store(store, f32x4.add(f32x4.add(m0, near), far));
    v128.store(store, f32x4.add(times(nearOdd, H), times(farOdd, R)), 96);
    v128.store(store, f32x4.add(times(near, 0.5), f32x4.add(far, far)), 192);
    v128.store(store, f32x4.add(f32x4.add(times(nearOdd, Q), times(farOdd, D)), m5), 288);
  }
  const bias = v128.load(biasAt);
  const slope = f32x4.splat(slopes);
  const most = f32x4.splat(limit);
  for (let row = 0; row < rows; row++, half += 96, to += rowStep) {
    const m0 = v128.load(half);
    const m1 = v128.load(half, 16);
    const m2 = v128.load(half, 32);
    const m3 = v128.load(half, 48);
    const m4 = v128.load(half, 64);
    const m5 = v128.load(half, 80);
    const near = f32x4.add(m1, m2);
    const nearOdd = f32x4.sub(m1, m2);
    const far = f32x4.add(m3, m4);
    const farOdd = f32x4.sub(m3, m4);
    v128.store(to, clamped(f32x4.add(bias, f32x4.add(f32x4.add(m0, near), far)), slope, most));
    if (columns < 2) continue;
    v128.store(to + columnStep, clamped(f32x4.add(bias, f32x4.add(times(nearOdd, H), times(farOdd, R))), slope, most));
    if (columns < 3) continue;
    v128.store(to + 2 * columnStep, clamped(f32x4.add(bias, f32x4.add(times(near, 0.5), f32x4.add(far, far))), slope, most));
    if (columns < 4) continue;
    v128.store(
      to + 3 * columnStep,
      clamped(f32x4.add(bias, f32x4.add(f32x4.add(times(nearOdd, Q), times(farOdd, D)), m5)), slope, most),
    );
  }
}
