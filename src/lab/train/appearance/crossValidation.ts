import { hammingDistances } from '../../../codes/hammingDistance.ts';
import { codeAt, type PackedCodes } from '../../../codes/packedCodes.ts';
import { type OriginalPlaces, placesOfOriginals } from '../../evaluate/measures/placeOfOriginal.ts';
import { type DiscriminantOptions, learnDiscriminantItq, type Views } from '../../quantisation/discriminantItq.ts';
import { itqCodes } from '../../quantisation/itq.ts';

/** How codes do on things that they were not fitted on. */
export interface ValidatedCodes extends OriginalPlaces {
  /** Things that each copy was searched among. */
  readonly among: number;
  /** For a distance in bits: share of the copies within it of their original, and of all other things. */
  readonly within: readonly { readonly distance: number; readonly copies: number; readonly others: number }[];
}

/** Distances that shares are given for, evenly up to half of the bits, where codes that have nothing in common lie. */
const DISTANCES = 16;

/**
 * Fitted on one half of the things and tried on the other, both ways round: the copies look for their originals.
 * @param group things of one group, such as regions of one photo, go to the same half: so many things in turn
 */
export function crossValidated(
  { features, dimensions, views }: Views,
  bits: number,
  options: DiscriminantOptions,
  group = 1,
): ValidatedCodes {
  const thing = views * dimensions;
  const things = features.length / thing;
  const half = Math.floor(things / group / 2) * group;
  const first = features.subarray(0, half * thing);
  const second = features.subarray(half * thing, 2 * half * thing);
  const folds = [
    [first, second],
    [second, first],
  ] as const;
  const tried = folds.map(([fitted, held]) => {
    const model = learnDiscriminantItq({ features: fitted, dimensions, views }, bits, options);
    return placed(itqCodes(model, held), views);
  });
  const mean = (of: (fold: ReturnType<typeof placed>) => number): number =>
    tried.reduce((sum, fold) => sum + of(fold) / tried.length, 0);
  return {
    among: half,
    first: mean(({ places }) => places.first),
    ten: mean(({ places }) => places.ten),
    median: mean(({ places }) => places.median),
    within: Array.from({ length: DISTANCES }, (_, i) => {
      const distance = Math.round(((i + 1) * bits) / 2 / DISTANCES);
      return {
        distance,
        copies: mean((fold) => fold.copies[distance]!),
        others: mean((fold) => fold.others[distance]!),
      };
    }),
  };
}

/** @param codes thing after thing, the original first and then its copies */
function placed(
  codes: PackedCodes,
  views: number,
): { places: OriginalPlaces; copies: Float64Array; others: Float64Array } {
  const { bits, wordsPerCode, count } = codes;
  const things = count / views;
  const words = new Uint32Array(things * wordsPerCode);
  const copies: Uint32Array[] = [];
  const originals: number[] = [];
  for (let n = 0; n < count; n++) {
    const thing = Math.floor(n / views);
    if (n % views === 0) words.set(codeAt(codes, n), thing * wordsPerCode);
    else {
      copies.push(codeAt(codes, n));
      originals.push(thing);
    }
  }
  const pool: PackedCodes = { bits, wordsPerCode, count: things, words };
  const own = new Float64Array(bits + 1);
  const other = new Float64Array(bits + 1);
  const distances = new Uint16Array(things);
  copies.forEach((copy, m) => {
    hammingDistances(pool, copy, distances).forEach((distance, thing) => {
      if (thing === originals[m]) own[distance]!++;
      else other[distance]!++;
    });
  });
  return {
    places: placesOfOriginals(pool, copies, originals),
    copies: cumulativeShare(own),
    others: cumulativeShare(other),
  };
}

function cumulativeShare(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum / total;
  });
}
