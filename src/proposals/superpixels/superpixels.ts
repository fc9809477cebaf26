import type { Scratch } from '../arena/scratch.ts';
import type { BoundaryMap } from '../boundaries/boundaryMap.ts';
import { keepLargestParts } from './superpixelParts.ts';
import { ASSIGN, CENTROID_SUMS, SKEW } from './superpixels.arguments.ts';
import { assign, centroidSums } from './superpixels.reference.ts';

/** A partition of the image into 4-connected parts. */
export interface Superpixels {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Superpixel of each pixel, 0..count−1. // (height·width,) */
  readonly labels: Int32Array;
}

const SUPERPIXEL = {
  /** Raster passes, each forward and back, that spread the distances. On photos two are close to converged. */
  sweeps: 2,
  /** How often the centres are moved to the centroids of their superpixels. */
  recentrings: 1,
  /** Added to every step, so that distance grows across flat regions too and superpixels there are compact. */
  stepCost: 0.02,
} as const;

/**
 * Geodesic k-means (README.md, "Superpixels"): each pixel goes to the centre that is nearest along a 4-connected path whose steps cost
 * the strength of the crack between the two pixels. `wanted` centres start on a grid. Of each superpixel only the largest connected part
 * is kept; its other pixels go to the neighbours.
 */
export function geodesicSuperpixels(boundary: BoundaryMap, wanted: number, scratch: Scratch): Superpixels {
  const { width, height } = boundary;
  const size = width * height;
  const centres = gridCentres(boundary, wanted, scratch);
  const labels = scratch.int32(size);
  const assignLabels = assignment(boundary, centres, labels, scratch);
  assignLabels();
  for (let round = 0; round < SUPERPIXEL.recentrings; round++) {
    moveToCentroids(centres, labels, width, height, scratch);
    assignLabels();
  }
  return { width, height, labels, count: keepLargestParts(labels, width, height, centres.length, scratch) };
}

/** Pixels of a grid of about `wanted` cells, each the weakest boundary near its cell's middle. // (columns·rows,) */
function gridCentres({ width, height, east, south }: BoundaryMap, wanted: number, scratch: Scratch): Int32Array {
  const side = Math.max(1, Math.sqrt((width * height) / wanted));
  const columns = Math.max(1, Math.round(width / side));
  const rows = Math.max(1, Math.round(height / side));
  const reach = Math.floor(side / 4);
  const centres = scratch.int32(columns * rows);
  for (let row = 0, k = 0; row < rows; row++) {
    const cy = Math.min(height - 1, Math.floor(((row + 0.5) * height) / rows));
    for (let column = 0; column < columns; column++, k++) {
      const cx = Math.min(width - 1, Math.floor(((column + 0.5) * width) / columns));
      let best = cy * width + cx;
      for (let y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
        for (let x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
          if (east[y * width + x]! + south[y * width + x]! < east[best]! + south[best]!) best = y * width + x;
        }
      }
      centres[k] = best;
    }
  }
  return centres;
}

/** What labels all pixels from where `centres` are when it is called. `labels` overwritten // (height·width,) */
export function assignment(
  { width, height, east, south }: BoundaryMap,
  centres: Int32Array,
  labels: Int32Array,
  scratch: Scratch,
): () => void {
  const { sweeps, stepCost } = SUPERPIXEL;
  // Rows in blocks of four, skewed by a pixel each: see superpixels.assembly.ts.
  const skewedSize = Math.ceil(height / 4) * (width + 3) * 4;
  const skewedEast = scratch.float32(skewedSize);
  const skewedSouth = scratch.float32(skewedSize);
  const distance = scratch.float32(skewedSize);
  const skewedLabels = scratch.int32(skewedSize);
  // No crack of the last column leads east to a pixel, and none of the last row south.
  const skewEast = SKEW.on(scratch, {
    strength: east,
    width,
    height,
    columns: width - 1,
    rows: height,
    out: skewedEast,
  });
  const skewSouth = SKEW.on(scratch, {
    strength: south,
    width,
    height,
    columns: width,
    rows: height - 1,
    out: skewedSouth,
  });
  const loop = ASSIGN.on(scratch, {
    east: skewedEast,
    south: skewedSouth,
    width,
    height,
    centres,
    centreCount: centres.length,
    sweeps,
    stepCost,
    distance,
    skewedLabels,
    labels,
  });
  if (skewEast === null || skewSouth === null || loop === null)
    return () => assign(east, south, width, height, centres, sweeps, stepCost, distance, labels);
  skewEast.run();
  skewSouth.run();
  return loop.run;
}

/** Moves each centre to the pixel at its superpixel's centroid. A centre whose centroid lies in another superpixel stays. */
function moveToCentroids(
  centres: Int32Array,
  labels: Int32Array,
  width: number,
  height: number,
  scratch: Scratch,
): void {
  const sums = scratch.float64(centres.length * 3);
  const starts = scratch.int32(width * height + 1);
  const loop = CENTROID_SUMS.on(scratch, { labels, width, height, starts, sums });
  if (loop === null) centroidSums(labels, width, sums);
  else loop.run();
  for (let k = 0; k < centres.length; k++) {
    const area = sums[k * 3 + 2]!;
    if (area === 0) continue;
    const moved = Math.round(sums[k * 3 + 1]! / area) * width + Math.round(sums[k * 3]! / area);
    if (labels[moved] === k) centres[k] = moved;
  }
}
