import type { HeadsOutput } from '../heads/heads.ts';
import { sigmoid } from '../labels/calibration.ts';
import type { Vocabulary } from './vocabularyFile.ts';

/** `Detected`, read back. D categories, N proposals. */
export interface DetectedNumbers {
  /** // (D,) */
  readonly presence: ArrayLike<number>;
  /** // (N, D) */
  readonly evidence: ArrayLike<number>;
  /** // (D,) */
  readonly winners: ArrayLike<number>;
}

/** The first `width` numbers of each row, then the others'. @param trained // (N, C) @param detected // (N, D) @returns // (N, C + D) */
function besideEachOther(trained: Float32Array, C: number, detected: Float32Array, D: number): Float32Array {
  const rows = trained.length / C;
  const joined = new Float32Array(rows * (C + D));
  for (let row = 0; row < rows; row++) {
    joined.set(trained.subarray(row * C, (row + 1) * C), row * (C + D));
    joined.set(detected.subarray(row * D, (row + 1) * D), row * (C + D) + C);
  }
  return joined;
}

/**
 * A detected category has no hash layer of its own: its category-aware code is the beginning of its winning region's appearance code, so
 * photos of one category are ordered by what their objects look like.
 * @param regions appearance codes, `words` each // (D · words,)
 * @returns // (D · wordsPerCategory,)
 */
function codesOfLooks(regions: Uint32Array, categories: number, bits: number): Uint32Array {
  const words = regions.length / categories;
  const own = Math.ceil(bits / 32);
  const codes = new Uint32Array(categories * own);
  for (let c = 0; c < categories; c++) {
    for (let word = 0; word < Math.min(own, words); word++) {
      const left = bits - word * 32;
      codes[c * own + word] = regions[c * words + word]! & (left >= 32 ? 0xffffffff : 2 ** left - 1);
    }
  }
  return codes;
}

/**
 * The trained categories first, as they were, and the detected ones behind them. A proposal's probability falls from the photo's by what
 * its evidence lies below the winner's, so that P_c = max_i p_ic as of trained ones.
 * @param regionAppearance of all winners, the trained ones' first // ((C + D) · words,)
 * @throws Error naming the first number that cannot be.
 */
export function withDetected(
  trained: HeadsOutput,
  { presence, evidence, winners }: DetectedNumbers,
  regionAppearance: Uint32Array,
  bitsPerCategory: number,
  { line }: Pick<Vocabulary, 'line'>,
): HeadsOutput {
  const [C, D] = [trained.probabilities.length, presence.length];
  const probability = (s: number): number => sigmoid(line.slope * s + line.offset);
  for (const numbers of [presence, evidence]) {
    const strange = Array.from(numbers).find((value) => !Number.isFinite(value));
    if (strange !== undefined) throw new Error(`withDetected: got ${strange}, wanted finite numbers`);
  }
  const boxes = evidence.length / D;
  const stray = Array.from(winners).find((winner) => winner < 0 || winner >= boxes);
  if (stray !== undefined) throw new Error(`withDetected: got the winner ${stray} of ${boxes} boxes`);
  const ofProposals = Float32Array.from(evidence, (value, i) => {
    const k = i % D;
    return probability(presence[k]! + value - evidence[winners[k]! * D + k]!);
  });
  const words = regionAppearance.length / (C + D);
  return {
    ...trained,
    proposalProbabilities: besideEachOther(trained.proposalProbabilities, C, ofProposals, D),
    probabilities: Float32Array.of(...trained.probabilities, ...Array.from(presence, probability)),
    winners: Int32Array.of(...trained.winners, ...Array.from(winners)),
    categoryCodes: Uint32Array.of(
      ...trained.categoryCodes,
      ...codesOfLooks(regionAppearance.subarray(C * words), D, bitsPerCategory),
    ),
  };
}
