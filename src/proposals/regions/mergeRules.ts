/**
 * What joining two regions costs: the sum of the following quantities, each times its number here. Similarity counts as negative cost.
 */
export interface MergeRule {
  /** Intersection of the colour histograms, 0..1, the mean of the three planes. */
  readonly colour: number;
  /** Intersection of the texture histograms, 0..1. */
  readonly texture: number;
  /** Their combined area as a share of the photo, so that small regions go first. */
  readonly size: number;
  /** What their common box holds besides them, as a share of the photo, so that regions that fit together go first. */
  readonly fill: number;
  /** Mean strength of their shared border. */
  readonly border: number;
  /** The same times the fourth root of the smaller region's pixels. */
  readonly weightedBorder: number;
}

/**
 * One tree each. Uijlings et al. 2013 (section 3.2) combine several similarities because no single one serves all objects; theirs are the
 * first four numbers. ABLATION.md says what each tree adds.
 */
export const MERGE_RULES: readonly MergeRule[] = [
  { colour: 1, texture: 1, size: 1, fill: 1, border: 1, weightedBorder: 0 },
  { colour: 0, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 1 },
  { colour: 0, texture: 0, size: 1, fill: 2, border: 1, weightedBorder: 0 },
  { colour: 1, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 0.5 },
];
