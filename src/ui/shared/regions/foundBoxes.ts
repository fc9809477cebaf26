import type { PhotoDetail, Region } from '../../../pipeline/api/pipeline.ts';
import { type Category, type HeldCategory, heldCategories } from '../model/category.ts';
import { overlapOf, proposalRegion } from '../model/proposals.ts';

/** Boxes that overlap more than this, by intersection over union, are drawn as one that bears both names. */
const SAME_BOX = 0.55;

/** Where found categories are: one box, and the categories that it was found for, surest first. */
export interface FoundBox {
  readonly region: Region;
  readonly categories: readonly HeldCategory[];
}

/**
 * A box for each category that the photo holds, the surest first: its winner. A category whose winner lies almost where a
 * surer one's does joins that box.
 * @param probabilities with a person's corrections. // (C,)
 */
export function foundBoxes(
  { boxes, winners }: Pick<PhotoDetail['analysis'], 'boxes' | 'winners'>,
  probabilities: Float32Array,
  categories: readonly Category[],
): FoundBox[] {
  const found: { region: Region; categories: HeldCategory[] }[] = [];
  for (const held of heldCategories(probabilities, categories)) {
    const region = proposalRegion(boxes, winners[held.index] ?? 0);
    const same = found.find((box) => overlapOf(box.region, region) > SAME_BOX);
    if (same === undefined) found.push({ region, categories: [held] });
    else same.categories.push(held);
  }
  return found;
}
