import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import { MOST_RUNS, type SegmentPool, type SuperpixelShapes } from '../regions/segments.ts';
import { type Appearance, BINS, ORIENTATIONS, TEXTURE_AT } from '../superpixels/appearance.ts';

/**
 * Places in `SegmentSums.sums`. Of the superpixels in the segment: pixels, sums of lightness, a, b, of lightness² and of
 * a² + b²; the first five of the ring, which is the superpixels around it; of its outline the length, the sums of low quartile and median
 * times length, and the length that is weak (a median below 0.2); of the borders inside it length and median times length, both
 * sides counted; its superpixels; its pixels in the band at each side of its box, by the middle of their superpixel; and of its
 * histogram, as shares, the distance from the ring's in colour and in texture, and what lies in the two upper bins of magnitude.
 */
export const SUM = {
  area: 0,
  l: 1,
  a: 2,
  b: 3,
  squares: 4,
  chromaSquares: 5,
  ringArea: 6,
  ringL: 7,
  ringA: 8,
  ringB: 9,
  ringSquares: 10,
  outline: 11,
  outlineLow: 12,
  outlineMedian: 13,
  weak: 14,
  inner: 15,
  innerStrength: 16,
  size: 17,
  atLeft: 18,
  atRight: 19,
  atTop: 20,
  atBottom: 21,
  colour: 22,
  texture: 23,
  edgy: 24,
} as const;
const SUMS = 25;

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
  { nodes, runs, boxes }: SegmentPool,
  graph: SuperpixelGraph,
  shapes: SuperpixelShapes,
  { histogram, moments }: Appearance,
  scratch: Scratch,
): SegmentSums {
  const { nodeCount: n, rowStart, neighbour, viaEdge, edgeLength, lowQuartile, median } = graph;
  // The last segment that each superpixel was in, or around.
  const inside = scratch.int32(n).fill(-1);
  const ringed = scratch.int32(n).fill(-1);
  const members = scratch.int32(n);
  const around = scratch.int32(n + 1);
  const own = scratch.float32(BINS);
  const ring = scratch.float32(BINS);
  const sums = scratch.float64(SUMS);

  const outside = scratch.int32(2 * graph.edgeCount + 1);
  const { numbers, borders } = superpixelNumbers(graph, shapes, moments, scratch);
  const loops = loopsOn(scratch, nodes, runs, boxes, rowStart, neighbour, histogram, numbers, borders, sums);

  const of = (segment: number, mark: number): void => {
    let size = 0;
    for (let run = segment * MOST_RUNS * 2, end = run + MOST_RUNS * 2; run < end; run += 2) {
      for (let i = runs[run]!, last = i + runs[run + 1]!; i < last; i++) {
        const v = nodes[i]!;
        members[size++] = v;
        inside[v] = mark;
      }
    }
    const left = boxes[segment * 4]!,
      top = boxes[segment * 4 + 1]!,
      right = boxes[segment * 4 + 2]!,
      bottom = boxes[segment * 4 + 3]!;
    const leftEnd = left + (right - left) * SIDE_BAND,
      rightStart = right - (right - left) * SIDE_BAND;
    const topEnd = top + (bottom - top) * SIDE_BAND,
      bottomStart = bottom - (bottom - top) * SIDE_BAND;
    let atLeft = 0,
      atRight = 0,
      atTop = 0,
      atBottom = 0;
    own.fill(0);
    ring.fill(0);
    let area = 0,
      l = 0,
      a = 0,
      b = 0,
      squares = 0,
      chromaSquares = 0;
    let ringArea = 0,
      ringL = 0,
      ringA = 0,
      ringB = 0,
      ringSquares = 0;
    let outline = 0,
      outlineLow = 0,
      outlineMedian = 0,
      weak = 0,
      inner = 0,
      innerStrength = 0;
    for (let i = 0; i < size; i++) {
      const v = members[i]!;
      const pixels = shapes.area[v]!;
      area += pixels;
      const cx = (shapes.x0[v]! + shapes.x1[v]!) * 0.5,
        cy = (shapes.y0[v]! + shapes.y1[v]!) * 0.5;
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
        if (median[edge]! < WEAK) weak += length;
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
    const share = 1 / Math.max(1, area),
      ringShare = 1 / Math.max(1, ringArea);
    let colour = 0,
      texture = 0,
      edgy = 0;
    for (let h = 0; h < BINS; h++) {
      const d = Math.abs(own[h]! * share - ring[h]! * ringShare);
      if (h < TEXTURE_AT) colour += d;
      else texture += d;
      if (h >= TEXTURE_AT + 2 * ORIENTATIONS) edgy += own[h]! * share;
    }
    sums[SUM.area] = area;
    sums[SUM.l] = l;
    sums[SUM.a] = a;
    sums[SUM.b] = b;
    sums[SUM.squares] = squares;
    sums[SUM.chromaSquares] = chromaSquares;
    sums[SUM.ringArea] = ringArea;
    sums[SUM.ringL] = ringL;
    sums[SUM.ringA] = ringA;
    sums[SUM.ringB] = ringB;
    sums[SUM.ringSquares] = ringSquares;
    sums[SUM.outline] = outline;
    sums[SUM.outlineLow] = outlineLow;
    sums[SUM.outlineMedian] = outlineMedian;
    sums[SUM.weak] = weak;
    sums[SUM.inner] = inner;
    sums[SUM.innerStrength] = innerStrength;
    sums[SUM.size] = size;
    sums[SUM.atLeft] = atLeft;
    sums[SUM.atRight] = atRight;
    sums[SUM.atTop] = atTop;
    sums[SUM.atBottom] = atBottom;
    sums[SUM.colour] = colour;
    sums[SUM.texture] = texture;
    sums[SUM.edgy] = edgy;
  };

  const ofWithLoops = (segment: number, mark: number): void => {
    loops!.segmentSums(
      nodes.byteOffset,
      runs.byteOffset + segment * MOST_RUNS * 8,
      MOST_RUNS,
      mark,
      inside.byteOffset,
      ringed.byteOffset,
      members.byteOffset,
      around.byteOffset,
      outside.byteOffset,
      rowStart.byteOffset,
      neighbour.byteOffset,
      numbers.byteOffset,
      borders.byteOffset,
      histogram.byteOffset,
      boxes.byteOffset + segment * 16,
      SIDE_BAND,
      own.byteOffset,
      ring.byteOffset,
      sums.byteOffset,
    );
  };
  return { sums, own, ring, of: loops === null ? of : ofWithLoops };
}

/** A border whose median is below this is weak. */
const WEAK = 0.2;

/**
 * What the loop sums, next to each other. Of a superpixel: pixels, sums of l, a, b, l² and a² + b², of all its borders length and length
 * times median, and the middle of its box // (nodeCount, 10). Of a border, for each of the graph's `neighbour`: length, length times
 * median, length times low quartile, and the length again where it is weak // (2·edgeCount, 4).
 *
 * A percentile is at least 1/256 (superpixelGraph.ts), so that float32 keeps it in 2⁻³¹ths at the finest; float64 adds up such numbers
 * times whole lengths without rounding, in any order.
 */
function superpixelNumbers(
  { nodeCount, rowStart, viaEdge, edgeLength, lowQuartile, median }: SuperpixelGraph,
  shapes: SuperpixelShapes,
  moments: Float32Array,
  scratch: Scratch,
): { numbers: Float64Array; borders: Float64Array } {
  const numbers = scratch.float64(nodeCount * 10);
  const borders = scratch.float64(viaEdge.length * 4);
  for (let v = 0, o = 0; v < nodeCount; v++, o += 10) {
    numbers[o] = shapes.area[v]!;
    for (let m = 0; m < 4; m++) numbers[o + 1 + m] = moments[v * 6 + m]!;
    numbers[o + 5] = moments[v * 6 + 4]! + moments[v * 6 + 5]!;
    for (let k = rowStart[v]!; k < rowStart[v + 1]!; k++) {
      const edge = viaEdge[k]!;
      const length = edgeLength[edge]!;
      borders[k * 4] = length;
      borders[k * 4 + 1] = length * median[edge]!;
      borders[k * 4 + 2] = length * lowQuartile[edge]!;
      borders[k * 4 + 3] = median[edge]! < WEAK ? length : 0;
      numbers[o + 6]! += length;
      numbers[o + 7]! += length * median[edge]!;
    }
    numbers[o + 8] = (shapes.x0[v]! + shapes.x1[v]!) * 0.5;
    numbers[o + 9] = (shapes.y0[v]! + shapes.y1[v]!) * 0.5;
  }
  return { numbers, borders };
}
