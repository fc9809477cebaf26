/**
 * Whether a photo holds a category: the one rule of search, filters, bars and evaluation.
 * @param probability P_c, calibrated, 0..1
 * @param gate the category's own threshold, chosen for a stated precision; meeting it counts
 */
export function holdsCategory(probability: number, gate: number): boolean {
  return probability >= gate;
}
