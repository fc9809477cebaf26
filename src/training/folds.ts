import { shuffled, type Random } from './random.ts';

/**
 * Splits photos 0 … count−1 into `folds` parts whose sizes differ by one at most.
 * @returns for each photo the part that it is in, 0 … folds−1 // (count,)
 * @throws RangeError when a part would be empty.
 */
export function foldsOf(count: number, folds: number, random: Random): Uint8Array {
  if (!(folds >= 2 && folds <= count)) throw new RangeError(`foldsOf: got ${folds} folds of ${count} photos, wanted 2 … ${count}`);
  const fold = new Uint8Array(count);
  shuffled(count, random).forEach((photo, i) => {
    fold[photo] = i % folds;
  });
  return fold;
}
