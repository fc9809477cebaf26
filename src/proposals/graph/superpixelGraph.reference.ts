/** Steps of the histogram that percentiles are read from: 1/64 of a strength of 0..1. */
export const STEPS = 64;

/** The arrays of the edges. // (edgeCount,) each */
export interface EdgeArrays {
  /** The two ends, the smaller label first. */
  readonly edgeA: Int32Array;
  readonly edgeB: Int32Array;
  /** Pixel pairs along the shared border. */
  readonly edgeLength: Float32Array;
  /** Boundary strength along the shared border by percentile, 0..1. */
  readonly lowQuartile: Float32Array;
  readonly median: Float32Array;
  readonly highQuartile: Float32Array;
}

/**
 * The edges between superpixels that touch, in the order in which a pixel meets its right and its lower neighbour.
 * @param labels 0..count−1 // (height·width,)
 * @param east, south strength of the cracks // (height·width,) each
 * @param edges have room for them; `edgeLength` zeros at first
 * @param histogram zeros at first // (room, STEPS)
 * @returns how many edges there are
 */
export function superpixelEdges(
  labels: Int32Array,
  width: number,
  count: number,
  east: Float32Array,
  south: Float32Array,
  { edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile }: EdgeArrays,
  histogram: Uint32Array,
): number {
  const size = labels.length;
  const edgeOf = new Map<number, number>();
  let edgeCount = 0;
  for (let i = 0, x = 0; i < size; i++) {
    const here = labels[i]!;
    for (let direction = 0; direction < 2; direction++) {
      if (direction === 0 ? x === width - 1 : i + width >= size) continue;
      const j = direction === 0 ? i + 1 : i + width;
      const there = labels[j]!;
      if (there === here) continue;
      const a = here < there ? here : there;
      const b = here < there ? there : here;
      let edge = edgeOf.get(a * count + b);
      if (edge === undefined) {
        edge = edgeCount++;
        edgeOf.set(a * count + b, edge);
        edgeA[edge] = a;
        edgeB[edge] = b;
      }
      edgeLength[edge]!++;
      const crossing = direction === 0 ? east[i]! : south[i]!;
      histogram[edge * STEPS + Math.min(STEPS - 1, (crossing * STEPS) | 0)]!++;
    }
    if (++x === width) x = 0;
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    lowQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.25);
    median[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.5);
    highQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.75);
  }
  return edgeCount;
}

/** The value below which `rank` entries of the histogram at `start` lie, linear within its step. */
function percentile(histogram: Uint32Array, start: number, rank: number): number {
  let below = 0;
  for (let step = 0; step < STEPS; step++) {
    const here = histogram[start + step]!;
    if (below + here >= rank && here > 0) return (step + (rank - below) / here) / STEPS;
    below += here;
  }
  return 1;
}
