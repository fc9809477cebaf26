import { TRAINING, type TrainingSettings } from './trainingConfig.ts';

/** What the constants were chosen on: so many photos, so many steps of each stage. */
const CHOSEN_ON = 4000;
const STEPS = { labels: 744, groups: 248, hashes: 840 } as const;
/** A training of a dozen photos has to move its weights somewhere, too. */
const LEAST_STEPS = 24;
/** Below so many photos a larger part of them calibrates, or a category would have none that does. */
const FEW = 300;

/**
 * The constants for a training in the page, of some dozen to some thousand photos: as `TRAINING`, with fewer proposals of each photo to
 * keep in memory, batches that a small set fills several times, and epochs that make up for it. Steps grow with the root of the photos, so
 * that small sets take minutes and are not learned by heart.
 */
export function settingsFor(photos: number): TrainingSettings {
  const share = Math.sqrt(Math.min(1, photos / CHOSEN_ON));
  const batch = (most: number): number =>
    Math.min(most, Math.max(4, 2 ** Math.floor(Math.log2(Math.max(1, photos / 4)))));
  const stage = <S extends { readonly epochs: number; readonly photosPerStep: number }>(
    settings: S,
    steps: number,
    photosPerStep: number,
  ): S => {
    const perEpoch = Math.max(1, Math.floor(photos / photosPerStep));
    return { ...settings, photosPerStep, epochs: Math.ceil(Math.max(LEAST_STEPS, steps * share) / perEpoch) };
  };
  const { labels, groups, hashes } = TRAINING;
  return {
    ...TRAINING,
    proposalsPerPhoto: 64,
    members: 2,
    labels: stage<TrainingSettings['labels']>(labels, STEPS.labels, batch(labels.photosPerStep)),
    groups: stage<TrainingSettings['groups']>(groups, STEPS.groups, batch(groups.photosPerStep)),
    hashes: stage<TrainingSettings['hashes']>(hashes, STEPS.hashes, Math.min(hashes.photosPerStep, photos)),
    calibrationShare: photos < FEW ? 0.3 : TRAINING.calibrationShare,
    calibrationPrior: photos < FEW ? 3 : TRAINING.calibrationPrior,
  };
}
