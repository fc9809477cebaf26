import { BINS, TEXTURE_AT } from './appearance.ts';
import { MOST_RUNS, ORIGINS, type SegmentPool } from './segments.ts';
import type { DistinctSegments } from './duplicates.ts';
import type { Segmentation } from './segmentation.ts';
import type { Scratch } from './scratch.ts';

/** Numbers that the learned ranking reads of each segment, in the order in which `segmentFeatures` writes them. */
export const SEGMENT_FEATURES = 58;

/** Share of the box's width or height in which a segment's pixels count as at that side: few there tell a leak. */
const SIDE_BAND = 1 / 6;

/** Places of the features that are read by name. */
export const FEATURE = { logArea: 0, outlineStrength: 16, innerStrength: 18 } as const;

/** // (kept, SEGMENT_FEATURES) */
export function segmentFeatures(
  pool: SegmentPool, { kept, votes }: DistinctSegments, { superpixels, graph, shapes, look }: Segmentation, scratch: Scratch,
): Float32Array {
  const { nodeCount: n, rowStart, neighbour, viaEdge, edgeLength, lowQuartile, median } = graph;
  const { histogram, moments } = look;
  const { width, height } = superpixels;
  const photo = width * height;
  const out = scratch.float32(kept.length * SEGMENT_FEATURES);
  const inside = scratch.int32(n).fill(-1);
  const ringed = scratch.int32(n).fill(-1);
  const members = scratch.int32(n);
  const own = scratch.float32(BINS);
  const ring = scratch.float32(BINS);
  const all = scratch.float32(6);
  for (let v = 0; v < n; v++) for (let m = 0; m < 6; m++) all[m]! += moments[v * 6 + m]! / photo;
  // Of the whole photo, so that strengths can be read against it.
  let photoStrength = 0, lengths = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    photoStrength += edgeLength[e]! * median[e]!;
    lengths += edgeLength[e]!;
  }
  photoStrength /= Math.max(1, lengths);
  const photoContrast = Math.sqrt(Math.max(0, all[3]! - all[0]! * all[0]!));
  for (let k = 0; k < kept.length; k++) {
    const segment = kept[k]!;
    let size = 0;
    for (let run = segment * MOST_RUNS * 2, end = run + MOST_RUNS * 2; run < end; run += 2) {
      for (let i = pool.runs[run]!, last = i + pool.runs[run + 1]!; i < last; i++) {
        const v = pool.nodes[i]!;
        members[size++] = v;
        inside[v] = k;
      }
    }
    const x0 = pool.boxes[segment * 4]!, y0 = pool.boxes[segment * 4 + 1]!, x1 = pool.boxes[segment * 4 + 2]!, y1 = pool.boxes[segment * 4 + 3]!;
    const w = x1 - x0, h = y1 - y0;
    const leftEnd = x0 + w * SIDE_BAND, rightStart = x1 - w * SIDE_BAND, topEnd = y0 + h * SIDE_BAND, bottomStart = y1 - h * SIDE_BAND;
    let atLeft = 0, atRight = 0, atTop = 0, atBottom = 0;
    own.fill(0);
    ring.fill(0);
    let area = 0, l = 0, a = 0, b = 0, ll = 0, aa = 0;
    let ringArea = 0, rl = 0, ra = 0, rb = 0, rll = 0;
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
      ll += moments[v * 6 + 3]!;
      aa += moments[v * 6 + 4]! + moments[v * 6 + 5]!;
      for (let h = 0, p = v * BINS; h < BINS; h++, p++) own[h]! += histogram[p]!;
      for (let e = rowStart[v]!, end = rowStart[v + 1]!; e < end; e++) {
        const u = neighbour[e]!;
        const edge = viaEdge[e]!;
        const length = edgeLength[edge]!;
        if (inside[u] === k) {
          inner += length;
          innerStrength += length * median[edge]!;
          continue;
        }
        outline += length;
        outlineLow += length * lowQuartile[edge]!;
        outlineMedian += length * median[edge]!;
        if (median[edge]! < 0.2) weak += length;
        if (ringed[u] === k) continue;
        ringed[u] = k;
        ringArea += shapes.area[u]!;
        rl += moments[u * 6]!;
        ra += moments[u * 6 + 1]!;
        rb += moments[u * 6 + 2]!;
        rll += moments[u * 6 + 3]!;
        for (let h = 0, p = u * BINS; h < BINS; h++, p++) ring[h]! += histogram[p]!;
      }
    }
    const share = 1 / area;
    const ringShare = 1 / Math.max(1, ringArea);
    let colour = 0, texture = 0, edgy = 0;
    for (let h = 0; h < BINS; h++) {
      const d = Math.abs(own[h]! * share - ring[h]! * ringShare);
      if (h < TEXTURE_AT) colour += d;
      else {
        texture += d;
        if (h >= TEXTURE_AT + 8) edgy += own[h]! * share;
      }
    }
    l *= share; a *= share; b *= share;
    rl *= ringShare; ra *= ringShare; rb *= ringShare;
    const outlineShare = 1 / Math.max(1, outline);
    const innerMean = innerStrength / Math.max(1, inner);
    let o = k * SEGMENT_FEATURES;
    out[o++] = Math.log(area / photo);
    out[o++] = Math.log((w * h) / photo);
    out[o++] = area / (w * h);
    out[o++] = w / width;
    out[o++] = h / height;
    out[o++] = (x0 + x1) / (2 * width);
    out[o++] = (y0 + y1) / (2 * height);
    out[o++] = Math.log(w / h);
    out[o++] = Math.abs((x0 + x1) / (2 * width) - 0.5);
    out[o++] = Math.abs((y0 + y1) / (2 * height) - 0.5);
    out[o++] = x0 <= 1 ? 1 : 0;
    out[o++] = y0 <= 1 ? 1 : 0;
    out[o++] = x1 >= width - 1 ? 1 : 0;
    out[o++] = y1 >= height - 1 ? 1 : 0;
    out[o++] = outline / Math.sqrt(area);
    out[o++] = outline / (w + h);
    out[o++] = outlineLow * outlineShare;
    out[o++] = outlineMedian * outlineShare;
    out[o++] = innerMean;
    out[o++] = outlineMedian * outlineShare - innerMean;
    out[o++] = weak * outlineShare;
    out[o++] = inner / area;
    out[o++] = Math.abs(l - rl);
    out[o++] = Math.abs(a - ra);
    out[o++] = Math.abs(b - rb);
    out[o++] = Math.sqrt(Math.max(0, ll * share - l * l));
    out[o++] = Math.sqrt(Math.max(0, rll * ringShare - rl * rl));
    out[o++] = Math.sqrt(Math.max(0, aa * share - a * a - b * b));
    out[o++] = colour;
    out[o++] = texture;
    out[o++] = edgy;
    out[o++] = l;
    out[o++] = a;
    out[o++] = b;
    out[o++] = Math.abs(l - all[0]!);
    out[o++] = Math.hypot(a - all[1]!, b - all[2]!);
    out[o++] = Math.log(size);
    out[o++] = Math.log(1 + votes[k]!);
    out[o++] = Math.log(1e-4 + Math.abs(pool.gap[segment]!));
    for (let from = 0; from < ORIGINS; from++) out[o++] = from === pool.origin[segment] ? 1 : 0;
    out[o++] = pool.regions[segment] === 2 ? 1 : 0;
    out[o++] = pool.regions[segment] === 3 ? 1 : 0;
    out[o++] = Math.log(pool.smallest[segment]!);
    out[o++] = Math.log(1 + pool.leftAtBirth[segment]!);
    out[o++] = Math.log(1 + pool.leftAtDeath[segment]!);
    const bandShare = share / SIDE_BAND;
    out[o++] = atLeft * bandShare;
    out[o++] = atTop * bandShare;
    out[o++] = atRight * bandShare;
    out[o++] = atBottom * bandShare;
    out[o++] = Math.min(atLeft, atRight, atTop, atBottom) * bandShare;
    out[o++] = photoStrength;
    out[o++] = photoContrast;
  }
  return out;
}
