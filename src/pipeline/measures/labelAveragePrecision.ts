import { averagePrecision } from './averagePrecision.ts';
import { tieGroupsByScore } from './tieGroups.ts';

/** What is true of category c in a photo; `difficult`: only in objects marked difficult, which count neither way. */
export type LabelTruth = 'present' | 'absent' | 'difficult';

/**
 * Average precision of one category's P_c over photos, as PASCAL VOC measures classification: the area under
 * precision-recall without interpolation (mean precision at the positives), photos in which the category is only
 * difficult left out of the ranking. Photos of equal probability count by expectation over their orders.
 * @param probabilities P_c // (photos,)
 * @returns 0..1, or null where no photo holds the category
 */
export function labelAveragePrecision(probabilities: ArrayLike<number>, truths: readonly LabelTruth[]): number | null {
  if (probabilities.length !== truths.length) {
    throw new RangeError(
      `labelAveragePrecision: got ${probabilities.length} probabilities and ${truths.length} truths, wanted as many`,
    );
  }
  const ranked = truths.map((_, n) => n).filter((n) => truths[n] !== 'difficult');
  return averagePrecision(
    tieGroupsByScore(
      ranked.map((n) => probabilities[n]!),
      ranked.map((n) => Number(truths[n] === 'present')),
    ),
  );
}
