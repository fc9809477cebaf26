import { normalFrom, seededRandom as uniform } from '../../base/seededRandom.ts';

/** A seeded stream of numbers, so that a training run can be repeated bit for bit. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** Whole number, 0 ≤ x < below */
  below(below: number): number;
  /** Standard normal. */
  normal(): number;
}

export function seededRandom(seed: number): Random {
  const next = uniform(seed);
  return { next, below: (below) => Math.floor(next() * below), normal: () => normalFrom(next) };
}

/** The numbers 0 … count − 1 in random order (Fisher and Yates). */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** `wanted` different numbers below `count`, or all of them where there are fewer. */
export function drawn(count: number, wanted: number, random: Random): Int32Array {
  return shuffled(count, random).subarray(0, Math.min(wanted, count));
}
