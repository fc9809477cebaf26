import { BINS, type Appearance } from './appearance.ts';
import { loopsOn } from './loops.ts';
import { MOST_RUNS, type SegmentPool, type SuperpixelShapes } from './segments.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';
import type { Scratch } from './scratch.ts';

/**
 * Places in `SegmentSums.sums`. Of the superpixels in the segment: pixels, sums of lightness, a, b, of lightness² and of
 * a² + b²; the first five of the ring, which is the superpixels around it; of its outline the length, the sums of low quartile and median
 * times length, and the length that is weak (a median below 0.2); of the borders inside it length and median times length, both
 * sides counted; its superpixels; and its pixels in the band at each side of its box, by the middle of their superpixel.
 */
export const SUM = {
  area: 0, l: 1, a: 2, b: 3, squares: 4, chromaSquares: 5, ringArea: 6, ringL: 7, ringA: 8, ringB: 9, ringSquares: 10,
  outline: 11, outlineLow: 12, outlineMedian: 13, weak: 14, inner: 15, innerStrength: 16, size: 17,
  atLeft: 18, atRight: 19, atTop: 20, atBottom: 21,
} as const;
const SUMS = 22;

/** Share of the box's width or height in which a segment's pixels count as at that side: few there tell a leak. */
export const SIDE_BAND = 1 / 6;

/** What is summed over one segment, its ring and its borders; overwritten by the next. */
export interface SegmentSums {
  /** // (SUMS,) */
  readonly sums: Float64Array;
  /** Histograms of the segment and of its ring. // (BINS,) each */
  readonly own: Float32Array;
  readonly ring: Float32Array;
  /** Sums segment `segment` of the pool. `mark` ≥ 0 is another number each time. */
  of(segment: number, mark: number): void;
}

export function segmentSums(
  { nodes, runs, boxes }: SegmentPool, graph: SuperpixelGraph, shapes: SuperpixelShapes, { histogram, moments }: Appearance, scratch: Scratch,
): SegmentSums {
  const { nodeCount: n, rowStart, neighbour, viaEdge, edgeLength, lowQuartile, median } = graph;
  // The last segment that each superpixel was in, or around.
  const inside = scratch.int32(n).fill(-1);
  const ringed = scratch.int32(n).fill(-1);
  const members = scratch.int32(n);
  const around = scratch.int32(n);
  const own = scratch.float32(BINS);
  const ring = scratch.float32(BINS);
  const sums = scratch.float64(SUMS);

  // Where the bands at the left, right, top and bottom of the box end.
  const bands = scratch.float64(4);
  const loops = loopsOn(scratch, nodes, runs, rowStart, neighbour, viaEdge, edgeLength, lowQuartile, median, shapes.area, histogram, moments, bands);
  const setBands = (segment: number): void => {
    const x0 = boxes[segment * 4]!, y0 = boxes[segment * 4 + 1]!, x1 = boxes[segment * 4 + 2]!, y1 = boxes[segment * 4 + 3]!;
    bands[0] = x0 + (x1 - x0) * SIDE_BAND;
    bands[1] = x1 - (x1 - x0) * SIDE_BAND;
    bands[2] = y0 + (y1 - y0) * SIDE_BAND;
    bands[3] = y1 - (y1 - y0) * SIDE_BAND;
  };

  const of = (segment: number, mark: number): void => {
    let size = 0;
    for (let run = segment * MOST_RUNS * 2, end = run + MOST_RUNS * 2; run < end; run += 2) {
      for (let i = runs[run]!, last = i + runs[run + 1]!; i < last; i++) {
        const v = nodes[i]!;
        members[size++] = v;
        inside[v] = mark;
      }
    }
    setBands(segment);
    const leftEnd = bands[0]!, rightStart = bands[1]!, topEnd = bands[2]!, bottomStart = bands[3]!;
    let atLeft = 0, atRight = 0, atTop = 0, atBottom = 0;
    own.fill(0);
    ring.fill(0);
    let area = 0, l = 0, a = 0, b = 0, squares = 0, chromaSquares = 0;
    let ringArea = 0, ringL = 0, ringA = 0, ringB = 0, ringSquares = 0;
    let outline = 0, outlineLow = 0, outlineMedian = 0, weak = 0, inner = 0, innerStrength = 0;
    for (let i = 0; i < size; i++) {
      const v = members[i]!;
      const pixels = shapes.area[v]!;
      area += pixels;
      const cx = (shapes.x0[v]! + shapes.x1[v]!) * 0.5, cy = (shapes.y0[v]! + shapes.y1[v]!) * 0.5;
      if (cx < leftEnd) atLeft += pixels;
      if (cx > rightStart) atRight += pixels;
      if (cy < topEnd) atTop += pixels;
      if (cy > bottomStart) atBottom += pixels;
      l += moments[v * 6]!;
      a += moments[v * 6 + 1]!;
      b += moments[v * 6 + 2]!;
      squares += moments[v * 6 + 3]!;
      chromaSquares += moments[v * 6 + 4]! + moments[v * 6 + 5]!;
      for (let h = 0, p = v * BINS; h < BINS; h++, p++) own[h]! += histogram[p]!;
      for (let e = rowStart[v]!, end = rowStart[v + 1]!; e < end; e++) {
        const u = neighbour[e]!;
        const edge = viaEdge[e]!;
        const length = edgeLength[edge]!;
        if (inside[u] === mark) {
          inner += length;
          innerStrength += length * median[edge]!;
          continue;
        }
        outline += length;
        outlineLow += length * lowQuartile[edge]!;
        outlineMedian += length * median[edge]!;
        if (median[edge]! < 0.2) weak += length;
        if (ringed[u] === mark) continue;
        ringed[u] = mark;
        ringArea += shapes.area[u]!;
        ringL += moments[u * 6]!;
        ringA += moments[u * 6 + 1]!;
        ringB += moments[u * 6 + 2]!;
        ringSquares += moments[u * 6 + 3]!;
        for (let h = 0, p = u * BINS; h < BINS; h++, p++) ring[h]! += histogram[p]!;
      }
    }
    sums[SUM.area] = area; sums[SUM.l] = l; sums[SUM.a] = a; sums[SUM.b] = b; sums[SUM.squares] = squares; sums[SUM.chromaSquares] = chromaSquares;
    sums[SUM.ringArea] = ringArea; sums[SUM.ringL] = ringL; sums[SUM.ringA] = ringA; sums[SUM.ringB] = ringB; sums[SUM.ringSquares] = ringSquares;
    sums[SUM.outline] = outline; sums[SUM.outlineLow] = outlineLow; sums[SUM.outlineMedian] = outlineMedian; sums[SUM.weak] = weak;
    sums[SUM.inner] = inner; sums[SUM.innerStrength] = innerStrength; sums[SUM.size] = size;
    sums[SUM.atLeft] = atLeft; sums[SUM.atRight] = atRight; sums[SUM.atTop] = atTop; sums[SUM.atBottom] = atBottom;
  };

  const ofWithLoops = (segment: number, mark: number): void => {
    setBands(segment);
    loops!.segmentSums(
      nodes.byteOffset, runs.byteOffset + segment * MOST_RUNS * 8, MOST_RUNS, mark,
      inside.byteOffset, ringed.byteOffset, members.byteOffset, around.byteOffset,
      rowStart.byteOffset, neighbour.byteOffset, viaEdge.byteOffset, edgeLength.byteOffset, lowQuartile.byteOffset, median.byteOffset,
      shapes.area.byteOffset, shapes.x0.byteOffset, shapes.y0.byteOffset, shapes.x1.byteOffset, shapes.y1.byteOffset,
      moments.byteOffset, histogram.byteOffset, bands[0]!, bands[1]!, bands[2]!, bands[3]!, own.byteOffset, ring.byteOffset, sums.byteOffset,
    );
  };
  return { sums, own, ring, of: loops === null ? of : ofWithLoops };
}
