import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import { MOST_RUNS, type SegmentPool } from '../regions/segments.ts';
import type { Appearance } from '../superpixels/appearance.ts';
import { BINS, MOMENTS, ORIENTATIONS, TEXTURE_AT } from '../superpixels/appearanceBins.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import { SIDE_BAND, SUM, WEAK } from './sums.ts';

/** What `segmentSums` writes; overwritten by the next segment. */
export interface SegmentSumArrays {
  /** // (SUMS,) */
  readonly sums: Float64Array;
  /** Histograms of the segment and of its ring. // (BINS,) each */
  readonly own: Float32Array;
  readonly ring: Float32Array;
  /** The last mark under which each superpixel was in a segment, and in a ring; −1 at first. // (nodeCount,) each */
  readonly inside: Int32Array;
  readonly ringed: Int32Array;
  /** The superpixels in the segment. // (nodeCount,) */
  readonly members: Int32Array;
}

/** Sums segment `segment` of the pool, its ring and its borders. `mark` ≥ 0 is another number each time. */
export function segmentSums(
  segment: number,
  mark: number,
  { nodes, runs, boxes }: SegmentPool,
  { rowStart, neighbour, viaEdge, edgeLength, lowQuartile, median }: SuperpixelGraph,
  shapes: SuperpixelShapes,
  { histogram, moments }: Appearance,
  { sums, own, ring, inside, ringed, members }: SegmentSumArrays,
): void {
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
    l += moments[v * MOMENTS]!;
    a += moments[v * MOMENTS + 1]!;
    b += moments[v * MOMENTS + 2]!;
    squares += moments[v * MOMENTS + 3]!;
    chromaSquares += moments[v * MOMENTS + 4]! + moments[v * MOMENTS + 5]!;
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
      ringL += moments[u * MOMENTS]!;
      ringA += moments[u * MOMENTS + 1]!;
      ringB += moments[u * MOMENTS + 2]!;
      ringSquares += moments[u * MOMENTS + 3]!;
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
}
