import { hammingDistance } from '../codes/hammingDistance.ts';
import { type PhotoAnalysis, SEMANTIC_BITS, type SemanticBits } from './heads/photoAnalysis.ts';

/** How far two analyses of one photo, made on two backends, lie apart. */
export interface AnalysisDifference {
  /** Bits of each semantic code. */
  readonly semanticBits: Readonly<Record<SemanticBits, number>>;
  /** Bits of all category-aware codes together. */
  readonly categoryBits: number;
  /** Bits of the photo's appearance code. */
  readonly appearanceBits: number;
  /** Bits of all regions' appearance codes together. */
  readonly regionAppearanceBits: number;
  /** Largest difference of P_c, 0..1. */
  readonly probability: number;
  /** Largest difference of one proposal's probability of one category, 0..1. */
  readonly proposalProbability: number;
  /** Categories that another proposal won. */
  readonly winners: number;
  /** Every coordinate of every box is the same number. */
  readonly sameBoxes: boolean;
}

function differingBits(a: Uint32Array, b: Uint32Array): number {
  return hammingDistance(a, 0, b, 0, a.length);
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

/** @throws Error when the two have other lengths, so are not of one photo and one network. */
export function analysisDifference(a: PhotoAnalysis, b: PhotoAnalysis): AnalysisDifference {
  if (
    a.boxes.length !== b.boxes.length ||
    a.probabilities.length !== b.probabilities.length ||
    a.categoryCodes.length !== b.categoryCodes.length
  ) {
    throw new Error(
      `analysisDifference: got ${a.boxes.length / 4} and ${b.boxes.length / 4} boxes, wanted two analyses of one photo`,
    );
  }
  const [first, ...others] = SEMANTIC_BITS.map((bits) => differingBits(a.semanticCodes[bits], b.semanticCodes[bits]));
  return {
    semanticBits: { 16: first!, 32: others[0]!, 48: others[1]!, 64: others[2]! },
    categoryBits: differingBits(a.categoryCodes, b.categoryCodes),
    appearanceBits: differingBits(a.appearance, b.appearance),
    regionAppearanceBits: differingBits(a.regionAppearance, b.regionAppearance),
    probability: largestDifference(a.probabilities, b.probabilities),
    proposalProbability: largestDifference(a.proposalProbabilities, b.proposalProbabilities),
    winners: a.winners.reduce((count, winner, c) => count + (winner === b.winners[c] ? 0 : 1), 0),
    sameBoxes: a.boxes.every((value, i) => value === b.boxes[i]),
  };
}
