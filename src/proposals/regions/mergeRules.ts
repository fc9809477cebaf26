import { BINS, TEXTURE_AT } from '../superpixels/appearance.ts';

/**
 * What joining two regions costs: the sum of these times the like-named number below. Likeness counts as negative cost.
 */
export interface MergeRule {
  /** Shared part of the colour histograms, 0..1 a plane. */
  readonly colour: number;
  /** Shared part of the texture histograms, 0..1. */
  readonly texture: number;
  /** Their area together, as a share of the photo: small regions first. */
  readonly size: number;
  /** What their common box holds besides them, as a share of the photo: regions that fit first. */
  readonly fill: number;
  /** Mean strength of their shared border. */
  readonly border: number;
  /** The same times the fourth root of the smaller one's pixels. */
  readonly weightedBorder: number;
}

/**
 * One tree each (Uijlings et al. 2013 take several similarities because no single one serves all objects; theirs are
 * the first four numbers). What each tree adds stands in ABLATION.md.
 */
export const MERGE_RULES: readonly MergeRule[] = [
  { colour: 1, texture: 1, size: 1, fill: 1, border: 1, weightedBorder: 0 },
  { colour: 0, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 1 },
  { colour: 0, texture: 0, size: 1, fill: 2, border: 1, weightedBorder: 0 },
  { colour: 1, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 0.5 },
];

/**
 * What two regions' histograms have in common, weighted. They begin at `p` and `q` of `histogram`; `shareA` and `shareB` are 1 over
 * their pixels.
 */
export function likeness(
  histogram: Float32Array,
  p: number,
  shareA: number,
  q: number,
  shareB: number,
  rule: Pick<MergeRule, 'colour' | 'texture'>,
): number {
  let colour = 0;
  let texture = 0;
  // Math.min has no branch, and which of the two is smaller cannot be guessed.
  for (let k = 0; k < TEXTURE_AT; k++) colour += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  for (let k = TEXTURE_AT; k < BINS; k++) texture += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  return (rule.colour * colour) / 3 + rule.texture * texture;
}
