import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { BoundaryMap } from '../boundaries/boundaryMap.ts';
import { keepLargestParts } from './superpixelParts.ts';

/** A partition of the image into 4-connected parts. */
export interface Superpixels {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Superpixel of each pixel, 0..count−1. // (height·width,) */
  readonly labels: Int32Array;
}

const SUPERPIXEL = {
  /** Raster passes (one forward, one backward each) that spread the distances. Two are nearly converged on photos. */
  sweeps: 2,
  /** Times that the centres are moved to their superpixel's centroid. */
  recentrings: 1,
  /** Added to every step, so that distance grows on flat ground too and cells there are compact. */
  stepCost: 0.02,
} as const;

/**
 * Geodesic k-means (method.md, step 2): each pixel goes to the centre that is nearest along a 4-connected path whose
 * steps cost the strength of the crack between the two pixels. `wanted` centres start on a grid. Then only the largest
 * connected part of each is kept, and the rest is given to the neighbours.
 */
export function geodesicSuperpixels(boundary: BoundaryMap, wanted: number, scratch: Scratch): Superpixels {
  const { width, height } = boundary;
  const size = width * height;
  const centres = gridCentres(boundary, wanted, scratch);
  const labels = scratch.int32(size);
  const assign = assignment(boundary, centres, labels, scratch);
  assign();
  for (let round = 0; round < SUPERPIXEL.recentrings; round++) {
    moveToCentroids(centres, labels, width, size, scratch);
    assign();
  }
  return { width, height, labels, count: keepLargestParts(labels, width, height, centres.length, scratch) };
}

/** Pixel indices of a grid of about `wanted` cells, each moved to the weakest boundary near its cell's middle. */
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

/**
 * What spreads distances and labels from the centres by raster passes, wherever `centres` are when it is called. A pass
 * reaches every pixel, so all get a label.
 */
export function assignment(
  { width, height, east, south }: BoundaryMap,
  centres: Int32Array,
  labels: Int32Array,
  scratch: Scratch,
): () => void {
  const { sweeps, stepCost } = SUPERPIXEL;
  // Four rows side by side, and what they need beside the image: see superpixels.assembly.ts.
  const room = Math.ceil(height / 4) * (width + 3) * 4;
  const skewedEast = scratch.float32(room);
  const skewedSouth = scratch.float32(room);
  const distance = scratch.float32(room);
  const work = scratch.int32(room);
  const loops = loopsOn(scratch, east, south, centres, labels, work);
  if (loops !== null) {
    loops.skew(east.byteOffset, width, height, BEYOND.lastColumn, skewedEast.byteOffset);
    loops.skew(south.byteOffset, width, height, BEYOND.lastRow, skewedSouth.byteOffset);
    return () =>
      loops.assign(
        skewedEast.byteOffset,
        skewedSouth.byteOffset,
        width,
        height,
        centres.byteOffset,
        centres.length,
        sweeps,
        stepCost,
        distance.byteOffset,
        work.byteOffset,
        labels.byteOffset,
      );
  }
  return () => {
    distance.fill(Infinity);
    for (let k = 0; k < centres.length; k++) {
      distance[centres[k]!] = 0;
      labels[centres[k]!] = k;
    }
    sweep(east, south, width, height, labels, distance, sweeps, stepCost);
  };
}

/** What of a plane of cracks has no pixel on its far side. */
const BEYOND = { lastColumn: 1, lastRow: 2 } as const;

/** A sweep goes forward and back once; a pixel takes its neighbour's label with a distance that falls below its own. */
function sweep(
  east: Float32Array,
  south: Float32Array,
  width: number,
  height: number,
  labels: Int32Array,
  distance: Float32Array,
  sweeps: number,
  step: number,
): void {
  for (let round = 0; round < sweeps; round++) {
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        let best = distance[i]!;
        if (x > 0) {
          const d = distance[i - 1]! + east[i - 1]! + step;
          if (d < best) {
            best = d;
            labels[i] = labels[i - 1]!;
          }
        }
        if (y > 0) {
          const d = distance[i - width]! + south[i - width]! + step;
          if (d < best) {
            best = d;
            labels[i] = labels[i - width]!;
          }
        }
        distance[i] = best;
      }
    }
    for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
      for (let x = width - 1; x >= 0; x--, i--) {
        let best = distance[i]!;
        if (x < width - 1) {
          const d = distance[i + 1]! + east[i]! + step;
          if (d < best) {
            best = d;
            labels[i] = labels[i + 1]!;
          }
        }
        if (y < height - 1) {
          const d = distance[i + width]! + south[i]! + step;
          if (d < best) {
            best = d;
            labels[i] = labels[i + width]!;
          }
        }
        distance[i] = best;
      }
    }
  }
}

/** Moves each centre to the pixel at its superpixel's centroid. Two centres never meet: one that would stays. */
function moveToCentroids(centres: Int32Array, labels: Int32Array, width: number, size: number, scratch: Scratch): void {
  // Of x, of y and of 1. // (centres, 3)
  const sums = scratch.float64(centres.length * 3);
  const starts = scratch.int32(size + 1);
  const loops = loopsOn(scratch, labels, sums, starts);
  if (loops !== null) loops.centroidSums(labels.byteOffset, width, size / width, starts.byteOffset, sums.byteOffset);
  else {
    for (let i = 0, x = 0, y = 0; i < size; i++) {
      const at = labels[i]! * 3;
      sums[at]! += x;
      sums[at + 1]! += y;
      sums[at + 2]!++;
      if (++x === width) {
        x = 0;
        y++;
      }
    }
  }
  for (let k = 0; k < centres.length; k++) {
    const area = sums[k * 3 + 2]!;
    if (area === 0) continue;
    const moved = Math.round(sums[k * 3 + 1]! / area) * width + Math.round(sums[k * 3]! / area);
    if (labels[moved] === k) centres[k] = moved;
  }
}
