import type { Category } from '../../network/network.ts';
import type { Verdict } from '../api/pipeline.ts';
import type { GalleryColumns } from './columns/galleryColumns.ts';

/** A person's word on a category in a photo, and what the network had said. */
export interface CorrectedPhoto {
  /** 0..1 */
  readonly probability: number;
  readonly verdict: Verdict;
}

/**
 * What the network says counts as much as so many photos of which it is as sure as not. People correct what is wrong and say nothing of what
 * is right, so a few words move a category little: two by a third at most, of logits that lie within ±6.
 */
const TRUSTED_AS = 24;
/** However many words there are, the network is not turned round: by no more than this, in logits. */
const MOST_MOVED = 1.5;
/** Beyond this a network is as sure as it can be, in logits. */
const SUREST = 6;
const STEPS = 30;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function logit(probability: number): number {
  return Math.min(SUREST, Math.max(-SUREST, Math.log(probability / (1 - probability))));
}

/**
 * By how much a category's logits are to be moved, so that what a person said becomes likelier: the a that maximises
 * Σ log P(word | σ(logit + a)) less the distance from what the network says, TRUSTED_AS / 8 · a².
 */
export function calibrationMove(corrected: readonly CorrectedPhoto[]): number {
  const said = corrected.map(({ probability, verdict }) => ({
    at: logit(probability),
    wanted: verdict === 'present' ? 1 : 0,
  }));
  const held = TRUSTED_AS / 4;
  let move = 0;
  for (let step = 0; step < STEPS; step++) {
    let [slope, curvature] = [held * move, held];
    for (const { at, wanted } of said) {
      const p = sigmoid(at + move);
      slope += p - wanted;
      curvature += p * (1 - p);
    }
    move -= slope / curvature;
  }
  return Math.min(MOST_MOVED, Math.max(-MOST_MOVED, move));
}

/**
 * Gates as a person's gathered words move them. Moving all logits of a category by a, with the gate where it is, lets in the same photos as
 * moving the gate by −a, so the words need touch no photo.
 * @param corrected by the category's name
 */
export function adjustedGates(
  categories: readonly Category[],
  corrected: ReadonlyMap<string, readonly CorrectedPhoto[]>,
): readonly Category[] {
  return categories.map((category) => {
    const words = corrected.get(category.name) ?? [];
    return words.length === 0
      ? category
      : { ...category, gate: sigmoid(logit(category.gate) - calibrationMove(words)) };
  });
}

/** What a person said of photos that the network in use saw, by the category's name. @param categories of the network */
export function correctedPhotos(
  columns: GalleryColumns,
  categories: readonly Category[],
): ReadonlyMap<string, readonly CorrectedPhoto[]> {
  const found = new Map<string, CorrectedPhoto[]>();
  for (const number of columns.corrected) {
    const own = columns.search?.uncorrected(number) ?? null;
    if (own === null) continue;
    const corrections = columns.corrections(number);
    categories.forEach(({ name }, c) => {
      const verdict = corrections[name];
      if (verdict === undefined) return;
      const photos = found.get(name) ?? [];
      photos.push({ probability: own[c]! / 255, verdict });
      found.set(name, photos);
    });
  }
  return found;
}
