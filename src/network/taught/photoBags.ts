import { unitVectors } from '../vectors/photoVectors.ts';
import type { TaughtLayer } from './learnCategory.ts';

/** Photos with their vectors as they are stored, one photo after the other: the whole photo first, then its regions. N photos. */
export interface PhotoBags {
  /** Numbers of a vector, d. */
  readonly dimensions: number;
  /** // (R, d) */
  readonly vectors: Int8Array;
  /** The first row of each photo, and the end. // (N + 1,) */
  readonly starts: Uint32Array;
}

/** @param photos vectors of each // (n, d) */
export function bagsOf(photos: readonly Int8Array[], dimensions: number): PhotoBags {
  const starts = new Uint32Array(photos.length + 1);
  photos.forEach(({ length }, n) => {
    if (length === 0 || length % dimensions !== 0)
      throw new RangeError(`bagsOf: got ${length} numbers, wanted rows of ${dimensions}`);
    starts[n + 1] = starts[n]! + length / dimensions;
  });
  const vectors = new Int8Array(starts[photos.length]! * dimensions);
  photos.forEach((photo, n) => vectors.set(photo, starts[n]! * dimensions));
  return { dimensions, vectors, starts };
}

export function bagCount({ starts }: PhotoBags): number {
  return starts.length - 1;
}

/** The vectors of one photo, shared. // (n, d) */
export function bagAt({ dimensions, vectors, starts }: PhotoBags, n: number): Int8Array {
  return vectors.subarray(starts[n]! * dimensions, starts[n + 1]! * dimensions);
}

/** Those of the whole photos named, of unit length. // (P, d) */
export function wholeVectors(bags: PhotoBags, places: readonly number[]): Float32Array<ArrayBuffer> {
  const { dimensions: d, starts } = bags;
  const stored = new Int8Array(places.length * d);
  places.forEach((n, i) => stored.set(bags.vectors.subarray(starts[n]! * d, (starts[n]! + 1) * d), i * d));
  return unitVectors(stored, d);
}

/**
 * Of the photos named what a category sees of them: the whole and, on top, the region that lies farthest along the weights; of a photo without
 * regions the whole twice. A photo's logit by these weights is the bias and what lies along this.
 * @param weights // (d,) @returns // (P, d)
 */
export function seenVectors(
  bags: PhotoBags,
  places: readonly number[],
  weights: Float64Array,
): Float32Array<ArrayBuffer> {
  const { dimensions: d, vectors, starts } = bags;
  const { winners } = bagLogits({ weights, bias: 0 }, bags, places);
  const stored = new Int8Array(places.length * d);
  places.forEach((n, i) => {
    const row = starts[n]! + winners[i]!;
    stored.set(vectors.subarray(row * d, (row + 1) * d), i * d);
  });
  const seen = unitVectors(stored, d);
  wholeVectors(bags, places).forEach((value, i) => {
    seen[i]! += value;
  });
  return seen;
}

export interface BagLogits {
  /** // (N,) */
  readonly logits: Float64Array;
  /** The region of each photo that is most of the category, 0 where there is none but the whole photo. // (N,) */
  readonly winners: Uint8Array;
}

/**
 * A photo's logit is that of the whole and, on top, of its likeliest region, since an object may be small in its photo. Of a photo without
 * regions the whole stands for both.
 * @param places photos of the bags, N of them; all by default
 */
export function bagLogits({ weights, bias }: TaughtLayer, bags: PhotoBags, places?: readonly number[]): BagLogits {
  const { dimensions: d, vectors, starts } = bags;
  if (weights.length !== d) throw new RangeError(`bagLogits: got ${weights.length} weights, wanted ${d}`);
  const count = places?.length ?? bagCount(bags);
  const [logits, winners] = [new Float64Array(count), new Uint8Array(count)];
  const along = (row: number): number => {
    let [sum, square] = [0, 0];
    for (let i = 0, at = row * d; i < d; i++, at++) {
      const value = vectors[at]!;
      sum += weights[i]! * value;
      square += value * value;
    }
    return square === 0 ? 0 : sum / Math.sqrt(square);
  };
  for (let i = 0; i < count; i++) {
    const n = places?.[i] ?? i;
    const first = starts[n]!;
    const whole = along(first);
    let [best, winner] = [-Infinity, 0];
    for (let row = first + 1; row < starts[n + 1]!; row++) {
      const logit = along(row);
      if (logit > best) [best, winner] = [logit, row - first];
    }
    logits[i] = bias + whole + (winner === 0 ? whole : best);
    winners[i] = winner;
  }
  return { logits, winners };
}
