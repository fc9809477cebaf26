import { hammingDistances } from '../../codes/hammingDistance.ts';
import type { CategoryChip, CombinedHit } from '../pipeline.ts';
import type { SearchableCodes } from './galleryIndex.ts';

/** A chip whose `like` has been looked up: the query's piece of the chip's category. // (wordsPerPiece,) */
export interface BoundChip extends Pick<CategoryChip, 'category' | 'role'> {
  readonly piece: Uint32Array | null;
}

/**
 * Photos that hold every `all` chip, one `any` chip where there are any, and no `none` chip, "to hold" being P_c at or above
 * the gate. Ranked by the mean distance over the bound chips that the photo holds, as a share of the bits; then by
 * probability, higher first; then in photo order. No chips give no photos.
 * @throws RangeError when a chip names no category.
 */
export function combinedSearch(codes: SearchableCodes, chips: readonly BoundChip[]): CombinedHit[] {
  const { count, gates, probabilities, pieces } = codes.categories;
  const stray = chips.find(({ category }) => !pieces[category]);
  if (stray) throw new RangeError(`combinedSearch: got category ${stray.category}, wanted 0 to ${pieces.length - 1}`);
  const required = chips.filter(({ role }) => role === 'all');
  const either = chips.filter(({ role }) => role === 'any');
  const excluded = chips.filter(({ role }) => role === 'none');
  if (chips.length === 0) return [];

  const probability = ({ category }: BoundChip, n: number): number => probabilities[category]![n]!;
  const holds = (chip: BoundChip, n: number): boolean => probability(chip, n) >= gates[chip.category]!;
  const bound = [...required, ...either].flatMap((chip) => {
    const piecesOfCategory = pieces[chip.category]!;
    return chip.piece
      ? [{ chip, bits: piecesOfCategory.bits, distances: hammingDistances(piecesOfCategory, chip.piece, new Uint16Array(count)) }]
      : [];
  });

  const hits: { readonly hit: CombinedHit; readonly n: number }[] = [];
  for (let n = 0; n < count; n++) {
    if (!required.every((chip) => holds(chip, n))) continue;
    if (either.length > 0 && !either.some((chip) => holds(chip, n))) continue;
    if (excluded.some((chip) => holds(chip, n))) continue;
    const measured = bound.filter(({ chip }) => holds(chip, n));
    const sum = measured.reduce((total, { distances, bits }) => total + distances[n]! / bits, 0);
    const surest = either.length > 0 ? Math.max(...either.map((chip) => probability(chip, n))) : 1;
    const hit = {
      id: codes.ids[n]!,
      distance: measured.length > 0 ? sum / measured.length : null,
      probability: Math.min(surest, ...required.map((chip) => probability(chip, n))),
    };
    hits.push({ hit, n });
  }
  // A photo that holds none of the bound objects of an OR comes after those that do.
  hits.sort((a, b) => (a.hit.distance ?? 2) - (b.hit.distance ?? 2) || b.hit.probability - a.hit.probability || a.n - b.n);
  return hits.map(({ hit }) => hit);
}
