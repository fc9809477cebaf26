import type { SuperpixelMap } from '../../../pipeline/api/pipeline.ts';

/** A point of the photo as shares of its sides, 0..1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The superpixel under a point; points on the far edges belong to the last row and column. */
export function superpixelAt(
  { width, height, labels }: Pick<SuperpixelMap, 'width' | 'height' | 'labels'>,
  { x, y }: Point,
): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x * width)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y * height)));
  return labels[row * width + column] ?? 0;
}

/** Distances of all superpixels from one of them, a view. // (count,) */
export function distancesFrom(
  { count, distances }: Pick<SuperpixelMap, 'count' | 'distances'>,
  seed: number,
): Float32Array {
  return distances.subarray(seed * count, (seed + 1) * count);
}

/** The largest distance that can be reached; 0 where nothing but the seed can. */
export function farthest(distances: Float32Array): number {
  return distances.reduce((most, distance) => (Number.isFinite(distance) && distance > most ? distance : most), 0);
}
