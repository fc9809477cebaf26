import { holdsCategory } from '../../base/holdsCategory.ts';
import type { Category } from '../../network/network.ts';
import type { RegionFinding } from '../api/hits.ts';

/** All categories, surest first. @param probabilities // (C,) */
export function regionFindings(probabilities: Float32Array, categories: readonly Category[]): RegionFinding[] {
  return categories
    .map(({ name, gate }, c) => ({
      category: name,
      probability: probabilities[c]!,
      held: holdsCategory(probabilities[c]!, gate),
    }))
    .sort((a, b) => b.probability - a.probability);
}
