import type { GateFigures } from '../api/gateFigures.ts';

/** Values of a probability byte. */
export const LEVELS = 256;
/** With fewer photos expected to hold the category, shares of them say nothing. */
const FEWEST_EXPECTED = 3;

/** Photos over a gate, how many of them are expected to hold the category, and how many of all photos are. */
export interface GateSums {
  readonly over: number;
  readonly right: number;
  readonly all: number;
}

/**
 * What a gate costs in this gallery. The probabilities are calibrated: of photos at .8, eight of ten hold the category. So the photos over a
 * gate hold as many as their probabilities add up to, and so do all photos: from these two sums come the share that is right and the share
 * that is found, for the mix of photos that a person has and not the one that the heads were measured on. A person's corrections count as
 * what they are, 0 and 1.
 * @param histogram photos by probability byte // (256,)
 * @param gate probability byte from which a photo holds the category
 */
export function gateSums(histogram: Uint32Array, gate: number): GateSums {
  let [over, right, all] = [0, 0, 0];
  for (let level = 0; level < LEVELS; level++) {
    const photos = histogram[level]!;
    const expected = (photos * level) / (LEVELS - 1);
    all += expected;
    if (level < gate) continue;
    over += photos;
    right += expected;
  }
  return { over, right, all };
}

/** @param gate 0..1 */
export function gateFigures(sums: readonly GateSums[], gate: number): GateFigures {
  const total = (of: keyof GateSums) => sums.reduce((sum, one) => sum + one[of], 0);
  const [over, right, all] = [total('over'), total('right'), total('all')];
  return {
    gate,
    precision: over >= 1 && all >= FEWEST_EXPECTED ? right / over : null,
    found: all >= FEWEST_EXPECTED ? right / all : null,
  };
}
