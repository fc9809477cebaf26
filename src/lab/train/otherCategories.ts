import { sigmoid } from '../../network/labels/calibration.ts';
import { commonLine, type Line } from '../../network/training/calibrate.ts';
import { seededRandom, shuffled } from '../../network/training/random.ts';
import { TRAINING } from '../../network/training/trainingConfig.ts';
import { expectedCalibrationError } from '../../pipeline/measures/expectedCalibrationError.ts';
import { labelAveragePrecision } from '../../pipeline/measures/labelAveragePrecision.ts';

/**
 * How well the detection head's own classes outside the trained vocabulary are told, from `classPresence` and one line of calibration for
 * all of them: a line for each category, drawn towards the common one as `calibrate` draws it, has too few photos to tell from (label mAP
 * .683 for .700 on 412 photos).
 */

export interface PresencePhoto {
  /** `classPresence` // (K,) */
  readonly presence: Float32Array;
  /** 1 where the photo holds the class. // (K,) */
  readonly truths: Uint8Array;
}

export interface OthersFigures {
  /** Mean over the classes that are measured, 0..1. */
  readonly map: number;
  /** Over all pairs of a photo and a measured class. */
  readonly ece: number;
  readonly perCategory: Readonly<Record<string, number>>;
  /** Of all photos together: what is to be used. */
  readonly line: Line;
  readonly gate: MeasuredGate;
}

/** The lowest probability at or above which so many of the pairs of a photo and a measured class are true ones. */
export interface MeasuredGate {
  readonly gate: number;
  /** Of the pairs at or above it, 0..1. */
  readonly precision: number;
  /** Of the true pairs, 0..1. */
  readonly recall: number;
}

const FOLDS = 4;

function lineOf(photos: readonly PresencePhoto[], classes: readonly number[]): Line {
  return commonLine(
    photos.flatMap(({ presence }) => classes.map((k) => presence[k]!)),
    photos.flatMap(({ truths }) => classes.map((k) => truths[k]!)),
  );
}

/**
 * One gate for all classes, as one line is for all: a class that twenty photos hold says nothing of its own.
 * @param said probabilities @param truths 0 or 1 // as many @param precision wanted, 0..1 @param least below which the gate does not go
 */
export function measuredGate(
  said: readonly number[],
  truths: readonly number[],
  precision: number,
  least: number,
): MeasuredGate {
  const order = said.map((_, i) => i).sort((a, b) => said[b]! - said[a]!);
  const all = truths.reduce((sum, truth) => sum + truth, 0);
  let found = 0;
  let chosen: MeasuredGate = { gate: 1, precision: NaN, recall: 0 };
  order.forEach((i, place) => {
    found += truths[i]!;
    const reached = found / (place + 1);
    // Photos of one probability come in together or not at all.
    if (said[i]! >= least && said[i] !== said[order[place + 1] ?? -1] && reached >= precision)
      chosen = { gate: said[i]!, precision: reached, recall: found / all };
  });
  return chosen;
}

/**
 * Each photo's probabilities come from a line that is fitted to three quarters of the photos without it.
 * @param names of the K classes @param classes which of them are told @param leastPhotos a class is measured if so many photos hold it
 * @throws RangeError when no class is.
 */
export function othersFigures(
  photos: readonly PresencePhoto[],
  names: readonly string[],
  classes: readonly number[],
  leastPhotos: number,
): OthersFigures {
  const measured = classes.filter((k) => photos.filter(({ truths }) => truths[k] === 1).length >= leastPhotos);
  if (measured.length === 0) throw new RangeError(`othersFigures: got no class that ${leastPhotos} photos hold`);
  const order = shuffled(photos.length, seededRandom(TRAINING.seed));
  const lines: Line[] = new Array(photos.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = order.filter((_, place) => place % FOLDS === fold);
    const line = lineOf(
      photos.filter((_, i) => !held.includes(i)),
      classes,
    );
    for (const photo of held) lines[photo] = line;
  }
  const said = (k: number): number[] =>
    photos.map(({ presence }, i) => sigmoid(lines[i]!.slope * presence[k]! + lines[i]!.offset));
  const perCategory = Object.fromEntries(
    measured.map((k): [string, number] => [
      names[k]!,
      labelAveragePrecision(
        said(k),
        photos.map(({ truths }) => (truths[k] === 1 ? 'present' : 'absent')),
      )!,
    ]),
  );
  const precisions = Object.values(perCategory);
  const allSaid = measured.flatMap(said);
  const allTruths = measured.flatMap((k) => photos.map(({ truths }) => truths[k]!));
  return {
    map: precisions.reduce((sum, ap) => sum + ap, 0) / precisions.length,
    ece: expectedCalibrationError(allSaid, allTruths).ece,
    perCategory,
    line: lineOf(photos, classes),
    gate: measuredGate(allSaid, allTruths, TRAINING.gatePrecision, TRAINING.leastGate),
  };
}
