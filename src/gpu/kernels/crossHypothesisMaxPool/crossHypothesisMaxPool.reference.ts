/**
 * Cross-hypothesis max-pooling (Lai et al., TIP 2016): a photo holds category c as surely as its surest proposal does,
 * P_c = max_i p_ic; the winner is the first proposal that reaches the maximum.
 *
 * @param p // (N, C), probability of each category for each proposal, N ≥ 1
 */
export function crossHypothesisMaxPoolReference(
  p: Float32Array, proposals: number, categories: number,
): { maxima: Float32Array; winners: Int32Array } {
  const maxima = p.slice(0, categories);
  const winners = new Int32Array(categories);
  for (let i = 1; i < proposals; i++) {
    for (let c = 0; c < categories; c++) {
      const value = p[i * categories + c]!;
      if (value > maxima[c]!) {
        maxima[c] = value;
        winners[c] = i;
      }
    }
  }
  return { maxima, winners };
}
