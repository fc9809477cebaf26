import type { Scratch } from '../arena/scratch.ts';
import type { DistinctSegments } from '../candidates/duplicates.ts';
import type { Segmentation } from '../graph/segmentation.ts';
import { ORIGINS, type SegmentPool } from '../regions/segments.ts';
import { MOMENTS } from '../superpixels/appearanceBins.ts';
import { segmentSums } from './segmentSums.ts';
import { SIDE_BAND, SUM } from './sums.ts';

/** Numbers that the learned ranking reads of each segment, in the order in which `segmentFeatures` writes them (README.md, "Ranking"). */
export const SEGMENT_FEATURES = 58;

/** Places of the features that are read by name. */
export const FEATURE = { logArea: 0, outlineStrength: 16, innerStrength: 18 } as const;

/** What the ranking looks at. The weights were trained on this very order. // (kept, SEGMENT_FEATURES) */
export function segmentFeatures(
  pool: SegmentPool,
  { kept, votes }: DistinctSegments,
  { superpixels, graph, shapes, look }: Segmentation,
  scratch: Scratch,
): Float32Array {
  const { nodeCount: n, edgeLength, median } = graph;
  const { moments } = look;
  const { width, height } = superpixels;
  const photo = width * height;
  const out = scratch.float32(kept.length * SEGMENT_FEATURES);
  const all = scratch.float32(MOMENTS);
  for (let v = 0; v < n; v++) for (let m = 0; m < MOMENTS; m++) all[m]! += moments[v * MOMENTS + m]! / photo;
  // Of the whole photo, for a segment's strengths to be compared with.
  let photoStrength = 0,
    lengths = 0;
  for (let e = 0; e < graph.edgeCount; e++) {
    photoStrength += edgeLength[e]! * median[e]!;
    lengths += edgeLength[e]!;
  }
  photoStrength /= Math.max(1, lengths);
  const photoContrast = Math.sqrt(Math.max(0, all[3]! - all[0]! * all[0]!));
  const { sums, of } = segmentSums(pool, graph, shapes, look, scratch);
  for (let k = 0; k < kept.length; k++) {
    const segment = kept[k]!;
    of(segment, k);
    const x0 = pool.boxes[segment * 4]!,
      y0 = pool.boxes[segment * 4 + 1]!,
      x1 = pool.boxes[segment * 4 + 2]!,
      y1 = pool.boxes[segment * 4 + 3]!;
    const w = x1 - x0,
      h = y1 - y0;
    const area = sums[SUM.area]!;
    const outline = sums[SUM.outline]!;
    const outlineMedian = sums[SUM.outlineMedian]!;
    const inner = sums[SUM.inner]!;
    const atLeft = sums[SUM.atLeft]!,
      atRight = sums[SUM.atRight]!,
      atTop = sums[SUM.atTop]!,
      atBottom = sums[SUM.atBottom]!;
    const share = 1 / area;
    const ringShare = 1 / Math.max(1, sums[SUM.ringArea]!);
    const l = sums[SUM.l]! * share,
      a = sums[SUM.a]! * share,
      b = sums[SUM.b]! * share;
    const rl = sums[SUM.ringL]! * ringShare,
      ra = sums[SUM.ringA]! * ringShare,
      rb = sums[SUM.ringB]! * ringShare;
    const outlineShare = 1 / Math.max(1, outline);
    const innerMean = sums[SUM.innerStrength]! / Math.max(1, inner);
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
    out[o++] = sums[SUM.outlineLow]! * outlineShare;
    out[o++] = outlineMedian * outlineShare;
    out[o++] = innerMean;
    out[o++] = outlineMedian * outlineShare - innerMean;
    out[o++] = sums[SUM.weak]! * outlineShare;
    out[o++] = inner / area;
    out[o++] = Math.abs(l - rl);
    out[o++] = Math.abs(a - ra);
    out[o++] = Math.abs(b - rb);
    out[o++] = Math.sqrt(Math.max(0, sums[SUM.squares]! * share - l * l));
    out[o++] = Math.sqrt(Math.max(0, sums[SUM.ringSquares]! * ringShare - rl * rl));
    out[o++] = Math.sqrt(Math.max(0, sums[SUM.chromaSquares]! * share - a * a - b * b));
    out[o++] = sums[SUM.colour]!;
    out[o++] = sums[SUM.texture]!;
    out[o++] = sums[SUM.edgy]!;
    out[o++] = l;
    out[o++] = a;
    out[o++] = b;
    out[o++] = Math.abs(l - all[0]!);
    out[o++] = Math.hypot(a - all[1]!, b - all[2]!);
    out[o++] = Math.log(sums[SUM.size]!);
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
