import { type HeadsDescription, headsInputLength } from '../../network/heads/headsDescription.ts';
import { regionFeatureLength } from '../../network/spp/regionFeatures.ts';
import { createHeadsVariables } from '../../network/training/headsVariables.ts';
import { initialEvidence } from '../../network/training/initialEvidence.ts';
import { photoPass } from '../../network/training/photoPass.ts';
import { type Random, seededRandom, shuffled } from '../../network/training/random.ts';
import { regionStore } from '../../network/training/regionStore.ts';
import type { OnEpoch } from '../../network/training/runEpochs.ts';
import type { TrainingInput, TrainingPhoto } from '../../network/training/trainHeads.ts';
import { TRAINING } from '../../network/training/trainingConfig.ts';
import { trainingLabels } from '../../network/training/trainingPhotos.ts';
import { trainLabels } from '../../network/training/trainLabels.ts';
import { type LabelTruth, labelAveragePrecision } from '../../pipeline/measures/labelAveragePrecision.ts';

/**
 * How good a label branch is on photos that it has not seen, told from the training photos alone, so that settings can be chosen
 * without a look at the queries.
 */

/** The photos of role `train` in `folds` parts of nearly one size, in random order; each is in one of them, and no other photo is. */
export function foldsOf(photos: readonly TrainingPhoto[], folds: number, random: Random): number[][] {
  if (!Number.isInteger(folds) || folds < 2)
    throw new RangeError(`foldsOf: got ${folds} folds, wanted a whole number from 2`);
  const order = [...shuffled(photos.length, random)].filter((i) => photos[i]!.role === 'train');
  return Array.from({ length: folds }, (_, fold) => order.filter((_, place) => place % folds === fold));
}

/**
 * The heads without some of their taps, and the region features without what was pooled from those.
 * @throws Error for a tap that the heads do not read.
 */
export function withoutTaps(
  description: HeadsDescription,
  leftOut: readonly string[],
): { readonly description: HeadsDescription; cut(regions: Uint16Array): Uint16Array } {
  const unknown = leftOut.find((name) => !description.taps.some(({ tap }) => tap === name));
  if (unknown !== undefined)
    throw new Error(`withoutTaps: got ${unknown}, wanted some of ${description.taps.map(({ tap }) => tap).join(', ')}`);
  const kept = description.taps.filter(({ tap }) => !leftOut.includes(tap));
  const columns: number[] = [];
  let from = 0;
  for (const tap of description.taps) {
    const length = regionFeatureLength([tap]);
    if (kept.includes(tap)) for (let k = 0; k < length; k++) columns.push(from + k);
    from += length;
  }
  for (let k = 0; k < description.detectorClasses; k++) columns.push(from + k);
  const length = headsInputLength(description);
  return {
    description: { ...description, taps: kept },
    cut(regions) {
      if (leftOut.length === 0) return regions;
      const out = new Uint16Array((regions.length / length) * columns.length);
      for (let region = 0, at = 0; region < regions.length; region += length)
        for (const column of columns) out[at++] = regions[region + column]!;
      return out;
    },
  };
}

export interface FoldFigures {
  /** Mean over the categories that the fold's photos hold, 0..1. */
  readonly labelMap: number;
  readonly photos: number;
}

/** AP of each category over the fold's photos. @param pooled // (photos, C) @returns null where no photo holds the category */
function averagePrecisions(
  pooled: Float32Array,
  photos: readonly TrainingPhoto[],
  categories: readonly string[],
): (number | null)[] {
  return categories.map((category, c) => {
    const truths = photos.map(({ labels, difficultLabels }): LabelTruth => {
      if (labels.includes(category)) return 'present';
      return difficultLabels.includes(category) ? 'difficult' : 'absent';
    });
    return labelAveragePrecision(
      photos.map((_, i) => pooled[i * categories.length + c]!),
      truths,
    );
  });
}

/**
 * Trains one member's label branch for each fold on all photos but the fold's, with the settings in force, and measures it on the
 * fold's.
 */
export async function crossValidatedLabels<Photo extends TrainingPhoto>(
  { description, photos, regionsOf }: Omit<TrainingInput<Photo>, 'mirrored' | 'members'>,
  folds: number,
  onFold: (figures: FoldFigures, fold: number) => void,
  onEpoch: OnEpoch,
): Promise<readonly FoldFigures[]> {
  const { categories } = description;
  const labels = trainingLabels(photos, categories);
  const regions = photos.map((photo) => regionsOf(photo, false));
  const figures: FoldFigures[] = [];
  for (const [fold, held] of foldsOf(photos, folds, seededRandom(TRAINING.seed)).entries()) {
    const unseen = new Set(held);
    const seen = photos.map((_, i) => i).filter((i) => !unseen.has(i));
    const store = regionStore(regions, headsInputLength(description), seen);
    const random = seededRandom(TRAINING.seed + 20 + fold);
    const branch = createHeadsVariables({ ...description, hidden: TRAINING.hidden }, random);
    if (description.detectorClasses > 0)
      branch.assign(initialEvidence(description, store.mean, store.deviation, TRAINING.labels.evidence));
    const forms = { photos: photos.length, mirrored: false };
    await trainLabels(branch, store, forms, labels, seen, random, `fold ${fold + 1} of ${folds}`, onEpoch);
    const { pooled } = photoPass(branch, store, held, description.maxProposals, random, null);
    branch.dispose();
    const found = averagePrecisions(
      pooled,
      held.map((i) => photos[i]!),
      categories,
    ).filter((ap) => ap !== null);
    const one = { labelMap: found.reduce((sum, ap) => sum + ap, 0) / found.length, photos: held.length };
    figures.push(one);
    onFold(one, fold);
  }
  return figures;
}
