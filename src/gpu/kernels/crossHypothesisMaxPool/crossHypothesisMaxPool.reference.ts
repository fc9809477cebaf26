/**
 * Cross-hypothesis max-pooling (Lai et al., TIP 2016) of logits: a photo holds category c as surely as its surest proposal does;
 * the winner is the first proposal that reaches the maximum.
 *
 * Departure from the paper: a smooth maximum, τ·log(1/N · Σ_i exp(z_ic / τ)), between the mean (τ → ∞) and the maximum (τ = 0). One
 * stray proposal says less than several that agree, and it is what the label branch is trained by.
 *
 * @param z // (N, C), logit of each category for each proposal, N ≥ 1
 * @param temperature τ ≥ 0
 */
export function crossHypothesisMaxPoolReference(
  z: Float32Array,
  proposals: number,
  categories: number,
  temperature: number,
): { pooled: Float32Array; winners: Int32Array } {
  const pooled = z.slice(0, categories);
  const winners = new Int32Array(categories);
  for (let i = 1; i < proposals; i++) {
    for (let c = 0; c < categories; c++) {
      const value = z[i * categories + c]!;
      if (value > pooled[c]!) {
        pooled[c] = value;
        winners[c] = i;
      }
    }
  }
  if (temperature === 0) return { pooled, winners };
  for (let c = 0; c < categories; c++) {
    const most = pooled[c]!;
    let sum = 0;
    for (let i = 0; i < proposals; i++) sum += Math.exp((z[i * categories + c]! - most) / temperature);
    pooled[c] = most + temperature * Math.log(sum / proposals);
  }
  return { pooled, winners };
}
