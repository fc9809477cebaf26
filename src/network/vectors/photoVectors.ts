import type { UnitBoxes } from '../../base/image/box.ts';

/** Most regions kept of a photo, the whole photo among them: 68 bytes each, 2,176 a photo. */
export const VECTORS_KEPT = 32;
/** A region that overlaps a kept one more than this, by intersection over union, says nothing new. */
const SAME_REGION = 0.6;
/** A category at this probability at least has its winning region kept before all others. */
const HELD_PERHAPS = 0.1;

/** Vectors of a photo and of its strongest distinct regions, as they are kept. n of them, the whole photo first. */
export interface PhotoVectors {
  /** Of the layer that made them, see `VectorFile`. */
  readonly version: string;
  /** Shares of the photo · 255, rounded; x0 y0 x1 y1. // (n, 4) */
  readonly boxes: Uint8Array<ArrayBuffer>;
  /** Each scaled so that its largest number is ±127. // (n, K) */
  readonly vectors: Int8Array<ArrayBuffer>;
}

/** A vector in the steps of an int8, its largest number ±127; zeros stay zeros. */
export function storedVector(values: ArrayLike<number>, to: Int8Array, at: number): void {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  for (let i = 0; i < values.length; i++) to[at + i] = largest === 0 ? 0 : Math.round((127 * values[i]!) / largest);
}

/** Stored vectors as they are compared: each of unit length, zeros as they are. @returns // (n, K) */
export function unitVectors(stored: Int8Array, dimensions: number): Float32Array<ArrayBuffer> {
  const vectors = new Float32Array(stored.length);
  for (let start = 0; start < stored.length; start += dimensions) {
    let square = 0;
    for (let i = start; i < start + dimensions; i++) square += stored[i]! ** 2;
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let i = start; i < start + dimensions; i++) vectors[i] = stored[i]! * scale;
  }
  return vectors;
}

/** What an analysis says of its boxes. N boxes, C categories. */
export interface RankedBoxes {
  /** Box 0 is the whole photo. // (N, 4) */
  readonly boxes: UnitBoxes;
  /** // (N,) */
  readonly objectness: Float32Array;
  /** // (C,), index into `boxes` */
  readonly winners: Int32Array;
  /** // (C,), 0..1 */
  readonly probabilities: Float32Array;
}

function overlap(boxes: UnitBoxes, a: number, b: number): number {
  const side = (axis: number) =>
    Math.max(
      0,
      Math.min(boxes[a * 4 + 2 + axis]!, boxes[b * 4 + 2 + axis]!) -
        Math.max(boxes[a * 4 + axis]!, boxes[b * 4 + axis]!),
    );
  const area = (i: number) => (boxes[i * 4 + 2]! - boxes[i * 4]!) * (boxes[i * 4 + 3]! - boxes[i * 4 + 1]!);
  const shared = side(0) * side(1);
  const both = area(a) + area(b) - shared;
  return both > 0 ? shared / both : 1;
}

/** Box 0, the winners of what may be in the photo, surest first, and the strongest others, none much like one before it. */
export function distinctRegions({ boxes, objectness, winners, probabilities }: RankedBoxes, most: number): number[] {
  const held = Array.from(winners.keys())
    .filter((c) => probabilities[c]! >= HELD_PERHAPS)
    .sort((a, b) => probabilities[b]! - probabilities[a]! || a - b)
    .map((c) => winners[c]!);
  const strongest = Array.from(objectness.keys()).sort((a, b) => objectness[b]! - objectness[a]! || a - b);
  const kept = [0];
  for (const box of [...held, ...strongest]) {
    if (kept.length >= most) break;
    if (kept.every((other) => overlap(boxes, box, other) <= SAME_REGION)) kept.push(box);
  }
  return kept;
}

/** @param vectors of all boxes // (N, K) @throws Error naming a number that is none. */
export function photoVectors(
  ranked: RankedBoxes,
  vectors: Float32Array,
  version: string,
  most: number = VECTORS_KEPT,
): PhotoVectors {
  const dimensions = vectors.length / ranked.objectness.length;
  const strange = vectors.find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new Error(`photoVectors: got ${strange}, wanted finite numbers`);
  const kept = distinctRegions(ranked, most);
  const stored = {
    version,
    boxes: new Uint8Array(kept.length * 4),
    vectors: new Int8Array(kept.length * dimensions),
  };
  kept.forEach((box, n) => {
    for (let i = 0; i < 4; i++) stored.boxes[n * 4 + i] = Math.round(255 * ranked.boxes[box * 4 + i]!);
    storedVector(vectors.subarray(box * dimensions, (box + 1) * dimensions), stored.vectors, n * dimensions);
  });
  return stored;
}
