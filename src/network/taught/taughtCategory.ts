import { learnCategory, type TaughtLayer } from './learnCategory.ts';
import { bagAt, bagCount, bagLogits, bagsOf, type PhotoBags, wholeVectors } from './photoBags.ts';
import { type TaughtCalibration, taughtCalibration, taughtGate, taughtProbability } from './taughtCalibration.ts';

/** A category as it was learned from examples and a gallery. */
export interface TaughtCategory extends TaughtLayer, TaughtCalibration {
  /** On P. */
  readonly gate: number;
}

/** What a category is learned from. */
export interface TaughtFrom {
  /** At least one. */
  readonly examples: PhotoBags;
  readonly counterExamples: PhotoBags;
  /** Photos that it is told with; the examples may be among them. */
  readonly gallery: PhotoBags;
  /** Places of photos of the gallery that nobody answered for. */
  readonly unlabelled: readonly number[];
}

/** Of photos that nobody answered for, so many are taken as a weak no. */
export const UNLABELLED = 300;
/** So many examples are left out one after another, so that it is known where an example that was not learned from lies. */
const MOST_HELD_OUT = 8;
/** With fewer than this there is nothing left to learn from when one is left out. */
const FEWEST_HELD_OUT = 3;

/** It is learned from whole photos, whose labels are all that is known, and laid over regions, too. */
function learned({ examples, counterExamples, gallery, unlabelled }: TaughtFrom, without: number | null): TaughtLayer {
  const all = (bags: PhotoBags): number[] => Array.from({ length: bagCount(bags) }, (_, n) => n);
  return learnCategory({
    dimensions: gallery.dimensions,
    examples: wholeVectors(
      examples,
      all(examples).filter((n) => n !== without),
    ),
    counterExamples: wholeVectors(counterExamples, all(counterExamples)),
    unlabelled: wholeVectors(gallery, unlabelled.slice(0, UNLABELLED)),
  });
}

/** Logits of some examples, each by a layer that was learned without it. */
function heldOut(from: TaughtFrom): number[] {
  const { examples } = from;
  const count = bagCount(examples);
  if (count < FEWEST_HELD_OUT) return [];
  return Array.from({ length: Math.min(count, MOST_HELD_OUT) }, (_, n) => {
    const own = bagsOf([bagAt(examples, n)], examples.dimensions);
    return bagLogits(learned(from, n), own).logits[0]!;
  });
}

/** Of all photos the whole, of unit length. // (N, d) */
export function wholeOf(bags: PhotoBags): Float32Array<ArrayBuffer> {
  return wholeVectors(
    bags,
    Array.from({ length: bagCount(bags) }, (_, n) => n),
  );
}

/** From examples to a category with calibrated probabilities and a gate. @throws as `learnCategory` */
export function taughtCategory(from: TaughtFrom): TaughtCategory {
  const layer = learned(from, null);
  const { logits } = bagLogits(layer, from.gallery);
  const calibration = taughtCalibration(heldOut(from), logits);
  const probabilities = logits.map((logit) => taughtProbability(calibration, logit));
  return { ...layer, ...calibration, gate: taughtGate(probabilities) };
}

/** What a category says of photos. N of them. */
export interface TaughtTold {
  /** // (N,), 0..1 */
  readonly probabilities: Float64Array;
  /** See `BagLogits`. // (N,) */
  readonly winners: Uint8Array;
}

export function taughtTold(category: TaughtLayer & TaughtCalibration, bags: PhotoBags): TaughtTold {
  const { logits, winners } = bagLogits(category, bags);
  return { probabilities: logits.map((logit) => taughtProbability(category, logit)), winners };
}
