import type { Scratch } from '../arena/scratch.ts';
import type { Appearance } from '../superpixels/appearance.ts';
import { BINS, TEXTURE_AT } from '../superpixels/appearanceBins.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import type { MergeRule } from './mergeRules.ts';

/** Superpixels, the regions that they are joined to, and what the cost of a merge is computed from. */
export interface MergeRegions {
  /** Pixels. // (regions,) */
  readonly area: Float32Array;
  /** Cost of joining two regions that share a border of `length` with `strength` summed over it. */
  cost(a: number, b: number, length: number, strength: number): number;
  /** Makes region `c` of `a` and `b`. */
  join(a: number, b: number, c: number): void;
}

/** @param regions room for this many; the first `shapes.area.length` are the superpixels */
export function mergeRegions(
  shapes: SuperpixelShapes,
  look: Appearance,
  photoArea: number,
  rule: MergeRule,
  regions: number,
  scratch: Scratch,
): MergeRegions {
  const n = shapes.area.length;
  const histogram = scratch.float32(regions * BINS);
  histogram.set(look.histogram);
  const area = scratch.float32(regions);
  area.set(shapes.area);
  const x0 = scratch.int32(regions);
  const y0 = scratch.int32(regions);
  const x1 = scratch.int32(regions);
  const y1 = scratch.int32(regions);
  x0.set(shapes.x0);
  y0.set(shapes.y0);
  x1.set(shapes.x1);
  y1.set(shapes.y1);
  // 1 over a region's pixels, and their fourth root where the rule asks for it.
  const share = scratch.float64(regions);
  const root = scratch.float64(rule.weightedBorder > 0 ? regions : 0);
  for (let v = 0; v < n; v++) share[v] = 1 / area[v]!;
  for (let v = 0; v < n && rule.weightedBorder > 0; v++) root[v] = Math.sqrt(Math.sqrt(area[v]!));
  const looks = rule.colour > 0 || rule.texture > 0;

  return {
    area,
    cost(a, b, length, strength) {
      const border = strength / length;
      let cost = rule.border * border;
      if (rule.weightedBorder > 0) cost += rule.weightedBorder * border * (area[a]! < area[b]! ? root[a]! : root[b]!);
      if (looks) cost -= likeness(histogram, a * BINS, share[a]!, b * BINS, share[b]!, rule);
      if (rule.size > 0 || rule.fill > 0) {
        const together = area[a]! + area[b]!;
        const w = Math.max(x1[a]!, x1[b]!) - Math.min(x0[a]!, x0[b]!);
        const h = Math.max(y1[a]!, y1[b]!) - Math.min(y0[a]!, y0[b]!);
        cost += (rule.size * together + rule.fill * (w * h - together)) / photoArea;
      }
      return cost;
    },
    join(a, b, c) {
      area[c] = area[a]! + area[b]!;
      share[c] = 1 / area[c]!;
      if (rule.weightedBorder > 0) root[c] = Math.sqrt(Math.sqrt(area[c]!));
      x0[c] = Math.min(x0[a]!, x0[b]!);
      y0[c] = Math.min(y0[a]!, y0[b]!);
      x1[c] = Math.max(x1[a]!, x1[b]!);
      y1[c] = Math.max(y1[a]!, y1[b]!);
      if (!looks) return;
      for (let k = 0, p = a * BINS, q = b * BINS, r = c * BINS; k < BINS; k++)
        histogram[r + k] = histogram[p + k]! + histogram[q + k]!;
    },
  };
}

/**
 * The weighted intersection of two regions' histograms, which begin at `p` and `q` of `histogram`; `shareA` and `shareB` are 1 over their
 * pixels.
 */
function likeness(
  histogram: Float32Array,
  p: number,
  shareA: number,
  q: number,
  shareB: number,
  rule: Pick<MergeRule, 'colour' | 'texture'>,
): number {
  let colour = 0;
  let texture = 0;
  // Math.min compiles to no branch; no predictor can tell which of the two is smaller.
  for (let k = 0; k < TEXTURE_AT; k++) colour += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  for (let k = TEXTURE_AT; k < BINS; k++) texture += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  return (rule.colour * colour) / 3 + rule.texture * texture;
}
