import { seededRandom } from '../../base/seededRandom.ts';
import type { Tensor } from '../tfjs/tfjs.ts';

/** One named case of a kernel: the op on the backend in force, and what its reference says. */
export interface KernelCase {
  readonly name: string;
  /** Makes the inputs and runs the op; the suite reads and disposes all that is left. */
  readonly run: () => readonly Tensor[];
  /** By the plain reference, in the order of `run`. */
  readonly expected: () => readonly (Float32Array | Int32Array)[];
}

/** |got − wanted| ≤ absolute + relative·|wanted|; int32 outputs are always compared exactly. */
export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
  readonly reason: string;
}

export const EXACT: Tolerance = { absolute: 0, relative: 0, reason: 'picks or counts, no rounding' };

export interface KernelCases {
  readonly kernel: string;
  readonly tolerance: Tolerance;
  readonly cases: readonly KernelCase[];
}

/** `size` numbers in low..high. */
export function randomValues(size: number, seed: number, low = -1, high = 1): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: size }, () => low + (high - low) * random());
}

/** Eighths in −range..range: their products and short sums are exact in float32, in any order. */
export function randomEighths(size: number, seed: number, range = 2): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: size }, () => Math.round((random() * 2 - 1) * range * 8) / 8);
}

/** Says where the first difference beyond the tolerance is; null when there is none. */
export function difference(
  got: ArrayLike<number>,
  wanted: Float32Array | Int32Array,
  tolerance: Tolerance,
): string | null {
  if (got.length !== wanted.length) return `got ${got.length} numbers, wanted ${wanted.length}`;
  const { absolute, relative } = wanted instanceof Int32Array ? EXACT : tolerance;
  for (let i = 0; i < wanted.length; i++) {
    const a = got[i]!;
    const b = wanted[i]!;
    if (a === b) continue;
    // Written so that NaN is a difference.
    if (!(Math.abs(a - b) <= absolute + relative * Math.abs(b))) return `number ${i}: got ${a}, wanted ${b}`;
  }
  return null;
}
