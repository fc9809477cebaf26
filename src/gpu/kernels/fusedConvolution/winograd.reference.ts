/**
 * Winograd's minimal filtering F(4×4, 3×3) (Lavin & Gray, CVPR 2016, section 4.1): 4×4 pixels of a 3×3 convolution of stride 1 from a
 * patch of 6×6 cells by 36 products instead of 144,
 *
 *   out = Aᵀ [ Σ over channels (G g Gᵀ) ⊙ (Bᵀ d B) ] A
 *
 * The points of interpolation are 0, ±√2/2, ±√2 and ∞. With the usual 0, ±1, ±2, ∞ the matrices hold numbers up to 8 and down to 1/24
 * and lose more in float32: see packedFilter.ts for the figures.
 */

/** Pixels of the output that a tile gives on an axis, cells of the map that it reads, cells of the window. */
export const TILE = 4;
export const PATCH = 6;
export const WINDOW = 3;

const R = Math.SQRT2;

/** Bᵀ // (6, 6) */
export const INPUT_TRANSFORM = [
  [1, 0, -5 / 2, 0, 1, 0],
  [0, -R, -2, R / 2, 1, 0],
  [0, R, -2, -R / 2, 1, 0],
  [0, -R / 2, -1 / 2, R, 1, 0],
  [0, R / 2, -1 / 2, -R, 1, 0],
  [0, 1, 0, -5 / 2, 0, 1],
] as const;

/** G // (6, 3) */
export const FILTER_TRANSFORM = [
  [1, 0, 0],
  [-2 / 3, -R / 3, -1 / 3],
  [-2 / 3, R / 3, -1 / 3],
  [1 / 6, R / 6, 1 / 3],
  [1 / 6, -R / 6, 1 / 3],
  [0, 0, 1],
] as const;

/** Aᵀ // (4, 6) */
export const OUTPUT_TRANSFORM = [
  [1, 1, 1, 1, 1, 0],
  [0, R / 2, -R / 2, R, -R, 0],
  [0, 1 / 2, 1 / 2, 2, 2, 0],
  [0, R / 4, -R / 4, 2 * R, -2 * R, 1],
] as const;

type Matrix = readonly (readonly number[])[];

/** T m Tᵀ @param m // (columns of T, columns of T) */
export function transformedBothWays(transform: Matrix, m: Matrix): number[][] {
  return transform.map((left) =>
    transform.map((right) =>
      left.reduce((sum, a, i) => sum + a * right.reduce((inner, b, j) => inner + m[i]![j]! * b, 0), 0),
    ),
  );
}

/**
 * One channel's tile.
 * @param patch // (6, 6)
 * @param window // (3, 3)
 * @returns // (4, 4)
 */
export function winogradTileReference(patch: Matrix, window: Matrix): number[][] {
  const d = transformedBothWays(INPUT_TRANSFORM, patch);
  const g = transformedBothWays(FILTER_TRANSFORM, window);
  return transformedBothWays(
    OUTPUT_TRANSFORM,
    d.map((row, i) => row.map((value, j) => value * g[i]![j]!)),
  );
}
