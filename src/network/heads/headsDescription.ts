import { type RegionTap, regionFeatureLength } from '../spp/regionFeatures.ts';
import { SEMANTIC_BITS } from './photoAnalysis.ts';

/**
 * The shapes of the heads. Everything that differs from one trained file to another stands in the file's metadata, so
 * that heads for another vocabulary or another backbone are data and not code.
 */
export interface HeadsDescription {
  /** Name of the backbone that the taps belong to. */
  readonly backbone: string;
  readonly categories: readonly string[];
  readonly taps: readonly RegionTap[];
  /** Classes of the backbone's own detection head, whose evidence joins the region features; 0 where it has none. */
  readonly detectorClasses: number;
  /** E: width of the intermediate feature. */
  readonly hidden: number;
  /** d: width of the proposal feature, so of each category's group in the instance-aware representation. */
  readonly groupWidth: number;
  /** Width of the layer between the representation and the semantic hash layers. */
  readonly semanticHidden: number;
  /** q_c: bits of each category-aware code. */
  readonly bitsPerCategory: number;
  /** Proposals that the heads look at, the strongest first. */
  readonly maxProposals: number;
  /** τ of the smooth maximum over proposals; 0 is the plain one. */
  readonly poolTemperature: number;
  /**
   * How much more the detector's evidence counts where a category is than whether it is there at all, in shares of its weight; 0 where there is
   * none. What is likeliest of a category need not be all of it: a face says "person" better than the whole figure.
   */
  readonly placement: number;
}

/** S: what the heads see of one region, pooled features first and the detector's evidence last. */
export function headsInputLength(heads: Pick<HeadsDescription, 'taps' | 'detectorClasses'>): number {
  return regionFeatureLength(heads.taps) + heads.detectorClasses;
}

/**
 * | tensor              | shape                     | remarks |
 * |---------------------|---------------------------|---------|
 * | hidden.weight       | (S, E)                    | S = region feature length + K |
 * | hidden.context      | (S, E)                    | the same photo's whole-photo region |
 * | hidden.bias         | (E)                       | |
 * | evidence.weight     | (K, C)                    | K = detector classes; left out where K = 0 |
 * | label.weight, .bias | (E, C), (C)               | logits z |
 * | group.weight, .bias | (E, d), (d)               | g = tanh |
 * | trunk.weight, .bias | (C·d + 2·C, T), (T)       | ReLU |
 * | semantic<q>.weight, .bias | (T, q), (q)         | q = 16, 32, 48, 64 |
 * | category.weight, .bias | (C, d + 1, q_c), (C, q_c) | a layer for each category |
 * | calibration.slope, .offset | (C), (C)           | p = sigmoid(slope·z + offset) |
 * | calibration.gate    | (C)                       | on p |
 */
export function headsWeightShapes(heads: HeadsDescription): ReadonlyMap<string, readonly number[]> {
  const features = headsInputLength(heads);
  const { hidden, groupWidth, semanticHidden, bitsPerCategory } = heads;
  const categories = heads.categories.length;
  const evidence: [string, readonly number[]][] =
    heads.detectorClasses > 0 ? [['evidence.weight', [heads.detectorClasses, categories]]] : [];
  return new Map<string, readonly number[]>([
    ['hidden.weight', [features, hidden]],
    ['hidden.context', [features, hidden]],
    ['hidden.bias', [hidden]],
    ...evidence,
    ['label.weight', [hidden, categories]],
    ['label.bias', [categories]],
    ['group.weight', [hidden, groupWidth]],
    ['group.bias', [groupWidth]],
    ['trunk.weight', [categories * groupWidth + 2 * categories, semanticHidden]],
    ['trunk.bias', [semanticHidden]],
    ...SEMANTIC_BITS.flatMap((bits): [string, readonly number[]][] => [
      [`semantic${bits}.weight`, [semanticHidden, bits]],
      [`semantic${bits}.bias`, [bits]],
    ]),
    ['category.weight', [categories, groupWidth + 1, bitsPerCategory]],
    ['category.bias', [categories, bitsPerCategory]],
    ['calibration.slope', [categories]],
    ['calibration.offset', [categories]],
    ['calibration.gate', [categories]],
  ]);
}
