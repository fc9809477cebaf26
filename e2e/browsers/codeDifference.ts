import type { StoredPhoto } from './storedPhotos.ts';

/** How far the stored results of some photos lie from the yardstick's. */
export interface CodeDifference {
  readonly photos: number;
  readonly categories: number;
  /** Photos of which every code is the same. */
  readonly sameCodes: number;
  /** Most differing bits of one photo's 64-bit code. */
  readonly mostBitsOf64: number;
  /** Differing bits of all codes together: of all lengths, of all categories, of looks. */
  readonly allBits: number;
  /** Largest difference of P_c, 0..1; NaN where one is NaN. */
  readonly probability: number;
  /** Winners of a category that are another box. */
  readonly winners: number;
}

/** @throws Error when the two sides do not hold the same photos. */
export function codeDifference(got: readonly StoredPhoto[], yardstick: readonly StoredPhoto[]): CodeDifference {
  const byId = new Map(yardstick.map((photo) => [photo.id, photo]));
  const pairs = got.map((photo) => {
    const wanted = byId.get(photo.id);
    if (wanted === undefined) throw new Error(`codeDifference: got ${photo.name}, which the yardstick does not hold`);
    return { got: photo, wanted };
  });
  if (pairs.length !== yardstick.length) {
    throw new Error(`codeDifference: got ${pairs.length} photos, wanted the yardstick's ${yardstick.length}`);
  }
  const each = pairs.map((pair) => ({ ...pair, bits: differingBits(codes(pair.got), codes(pair.wanted)) }));
  return {
    photos: each.length,
    categories: Math.min(
      ...pairs.flatMap(({ got, wanted }) => [got.probabilities.length, wanted.probabilities.length]),
    ),
    sameCodes: each.filter(({ bits }) => bits === 0).length,
    mostBitsOf64: Math.max(0, ...pairs.map(({ got, wanted }) => differingBits(code64(got), code64(wanted)))),
    allBits: each.reduce((sum, { bits }) => sum + bits, 0),
    probability: Math.max(
      0,
      ...pairs.flatMap(({ got, wanted }) =>
        got.probabilities.map((value, c) => Math.abs(value - (wanted.probabilities[c] ?? NaN))),
      ),
    ),
    winners: pairs.reduce(
      (sum, { got, wanted }) =>
        sum + got.winnerBoxes.filter((box, c) => String(box) !== String(wanted.winnerBoxes[c])).length,
      0,
    ),
  };
}

/** For the table. */
export function differenceInWords(difference: CodeDifference): string {
  const { photos, categories, sameCodes, mostBitsOf64, probability, winners } = difference;
  return (
    `${sameCodes} of ${photos} photos with the same codes of ${categories} categories; at most ${mostBitsOf64} of 64 bits, ` +
    `${probability.toExponential(1)} of a probability, ${winners} winners apart`
  );
}

function code64({ semanticCodes }: StoredPhoto): readonly number[] {
  const code = semanticCodes['64'];
  if (code === undefined) throw new Error('codeDifference: got a photo without a 64-bit code');
  return code;
}

function codes({ semanticCodes, categoryCodes, appearance, regionAppearance }: StoredPhoto): number[] {
  return [...Object.values(semanticCodes).flat(), ...categoryCodes, ...appearance, ...regionAppearance];
}

function differingBits(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`codeDifference: got codes of ${a.length} words, wanted ${b.length}`);
  return a.reduce((sum, word, i) => sum + ones((word ^ (b[i] ?? 0)) >>> 0), 0);
}

function ones(word: number): number {
  return word.toString(2).replaceAll('0', '').length;
}
