/**
 * The instance-aware representation (Lai et al., TIP 2016): one group of features a category, the proposals' features weighted
 * by how surely each proposal shows the category, f_c = Σ_i p_ic·g_i / (Σ_i p_ic + ε).
 */

/** Keeps a category that no proposal shows at all finite (its f_c is 0); far below any weight sum that matters. */
export const INSTANCE_EPSILON = 1e-6;

/**
 * @param p // (N, C), ≥ 0
 * @param g // (N, d)
 * @returns // (C, d)
 */
export function instanceRepresentationReference(
  p: Float32Array,
  g: Float32Array,
  proposals: number,
  categories: number,
  width: number,
): Float32Array {
  const f = new Float32Array(categories * width);
  for (let c = 0; c < categories; c++) {
    for (let k = 0; k < width; k++) {
      let weighted = 0;
      let weight = 0;
      for (let i = 0; i < proposals; i++) {
        weighted += p[i * categories + c]! * g[i * width + k]!;
        weight += p[i * categories + c]!;
      }
      f[c * width + k] = weighted / (weight + INSTANCE_EPSILON);
    }
  }
  return f;
}
