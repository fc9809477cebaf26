import { learnCategory, TAUGHT_RIDGE, type TaughtLayer } from './learnCategory.ts';
import { bagAt, bagCount, bagLogits, bagsOf, type PhotoBags, seenVectors, wholeVectors } from './photoBags.ts';
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

/**
 * A photo's label says nothing of where in it the category is. So the layer is learned from whole photos first and then, so many times, from
 * whole and likeliest region together: the region that the layer before takes each photo for, of examples and of all others.
 */
export interface LearnedHow {
  readonly ridge: number;
  readonly rounds: number;
  /** In these rounds; vectors are twice as long. */
  readonly regionRidge: number;
}

/**
 * 521 photos of VOC 2007's role `train`, tried on 291 queries, regions as the page keeps them, 20 categories × 3 draws, AP after 3, 5, 20
 * examples and after eight answers: whole photos alone .559, .642, .723, .694; two rounds .576, .657, .737, .700; four .573, .657, .730, .695 (with
 * the regions of earlier rounds kept as counter-examples).
 */
export const LEARNED: LearnedHow = { ridge: TAUGHT_RIDGE, rounds: 2, regionRidge: 0.2 };

/** @param without an example that is left out */
export function learnedLayer(
  { examples, counterExamples, gallery, unlabelled }: TaughtFrom,
  without: number | null = null,
  { ridge, rounds, regionRidge }: LearnedHow = LEARNED,
): TaughtLayer {
  const all = (bags: PhotoBags): number[] => Array.from({ length: bagCount(bags) }, (_, n) => n);
  const yes = all(examples).filter((n) => n !== without);
  const open = unlabelled.slice(0, UNLABELLED);
  const from = (vectorsOf: (bags: PhotoBags, places: readonly number[]) => Float32Array) => ({
    dimensions: gallery.dimensions,
    examples: vectorsOf(examples, yes),
    counterExamples: vectorsOf(counterExamples, all(counterExamples)),
    unlabelled: vectorsOf(gallery, open),
  });
  let layer = learnCategory(from(wholeVectors), ridge);
  for (let round = 0; round < rounds; round++) {
    const { weights } = layer;
    layer = learnCategory(
      from((bags, places) => seenVectors(bags, places, weights)),
      regionRidge,
    );
  }
  return layer;
}

/** Logits of some examples, each by a layer that was learned without it. */
function heldOut(from: TaughtFrom): number[] {
  const { examples } = from;
  const count = bagCount(examples);
  if (count < FEWEST_HELD_OUT) return [];
  return Array.from({ length: Math.min(count, MOST_HELD_OUT) }, (_, n) => {
    const own = bagsOf([bagAt(examples, n)], examples.dimensions);
    return bagLogits(learnedLayer(from, n), own).logits[0]!;
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
  const layer = learnedLayer(from);
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
