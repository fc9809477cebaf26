/** Two photos whose vectors are nearer than this teach the same. */
const SAME_PHOTO = 0.95;

function cosine(vectors: Float32Array, a: number, b: number, dimensions: number): number {
  let sum = 0;
  for (let i = 0; i < dimensions; i++) sum += vectors[a * dimensions + i]! * vectors[b * dimensions + i]!;
  return sum;
}

/**
 * The photos to ask about next: the likeliest of those that nobody answered for, since a yes among the likeliest teaches what the examples
 * do not show and a no among them what is taken for it; none that looks the same as one before it.
 * @param likely the likelier the greater // (N,) @param vectors of unit length // (N, d) @param answered places that are not asked about
 */
export function questions(
  likely: ArrayLike<number>,
  vectors: Float32Array,
  answered: ReadonlySet<number>,
  most: number,
): number[] {
  const dimensions = vectors.length / likely.length;
  const open = Array.from({ length: likely.length }, (_, n) => n)
    .filter((n) => !answered.has(n))
    .sort((a, b) => likely[b]! - likely[a]! || a - b);
  const chosen: number[] = [];
  const alike: number[] = [];
  for (const n of open) {
    if (chosen.length === most) break;
    const same = chosen.some((other) => cosine(vectors, n, other, dimensions) > SAME_PHOTO);
    (same ? alike : chosen).push(n);
  }
  return [...chosen, ...alike].slice(0, most);
}
