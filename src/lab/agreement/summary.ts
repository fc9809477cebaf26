import type { AnalysisDifference } from '../../network/analysisDifference.ts';
import { SEMANTIC_BITS, type SemanticBits } from '../../network/heads/photoAnalysis.ts';

/** How far two backends lie apart over many photos. */
export interface AgreementSummary {
  readonly photos: number;
  /** Share of photos whose code of that length differs in at most one bit, 0..1. */
  readonly withinOneBit: Readonly<Record<SemanticBits, number>>;
  /** Share of photos whose 64 bits are all the same, 0..1. */
  readonly same64: number;
  /** Share of photos all of whose category-aware bits are the same, 0..1. */
  readonly sameCategoryCodes: number;
  /** Share of photos whose appearance code differs in at most one bit, 0..1. */
  readonly appearanceWithinOneBit: number;
  /** Largest over photos and categories. */
  readonly probability: number;
  /** Largest over photos, proposals and categories. */
  readonly proposalProbability: number;
  /** Photos in which another proposal won some category. */
  readonly otherWinners: number;
  readonly sameBoxes: boolean;
}

/** @throws Error without a photo. */
export function summarised(differences: readonly AnalysisDifference[]): AgreementSummary {
  const photos = differences.length;
  if (photos === 0) throw new Error('summarised: got no photo, wanted at least one');
  const share = (holds: (difference: AnalysisDifference) => boolean): number =>
    differences.filter(holds).length / photos;
  const within = (bits: SemanticBits): number => share(({ semanticBits }) => semanticBits[bits] <= 1);
  return {
    photos,
    withinOneBit: { 16: within(16), 32: within(32), 48: within(48), 64: within(64) },
    same64: share(({ semanticBits }) => semanticBits[64] === 0),
    sameCategoryCodes: share(({ categoryBits }) => categoryBits === 0),
    appearanceWithinOneBit: share(({ appearanceBits }) => appearanceBits <= 1),
    probability: Math.max(...differences.map(({ probability }) => probability)),
    proposalProbability: Math.max(...differences.map(({ proposalProbability }) => proposalProbability)),
    otherWinners: differences.filter(({ winners }) => winners > 0).length,
    sameBoxes: differences.every(({ sameBoxes }) => sameBoxes),
  };
}

/** The bar: at most 1 bit of 64, and of the appearance code's 128, differs on 99 % of photos, probabilities within 2e-3, boxes identical. */
export function agrees({ withinOneBit, appearanceWithinOneBit, probability, sameBoxes }: AgreementSummary): boolean {
  return withinOneBit[64] >= 0.99 && appearanceWithinOneBit >= 0.99 && probability <= 2e-3 && sameBoxes;
}

export function agreementLine(summary: AgreementSummary): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return [
    `${summary.photos} photos`,
    `at most 1 bit differs on ${SEMANTIC_BITS.map((bits) => `${percent(summary.withinOneBit[bits])} at ${bits} bits`).join(', ')}`,
    `all 64 bits the same on ${percent(summary.same64)}`,
    `at most 1 bit of the appearance code on ${percent(summary.appearanceWithinOneBit)}`,
    `all category bits on ${percent(summary.sameCategoryCodes)}`,
    `largest difference of P_c ${summary.probability.toExponential(1)}, of a proposal's ${summary.proposalProbability.toExponential(1)}`,
    `another winner in ${summary.otherWinners}`,
    `boxes ${summary.sameBoxes ? 'identical' : 'differ'}`,
  ].join('; ');
}
