import { answerExpression, type SearchExpression } from '../../codes/searchExpression.ts';
import type { CategoryChip, CombinedHit } from '../api/pipeline.ts';
import type { SearchableCodes } from './searchableCodes.ts';

/** A chip whose category and `like` have been looked up. */
export interface BoundChip extends Pick<CategoryChip, 'role'> {
  /** Index into the vocabulary's categories. */
  readonly category: number;
  /** The piece of that category of the object that the chip is bound to; null where it is not bound. // (wordsPerPiece,) */
  readonly piece: Uint32Array | null;
}

function termOf({ category, piece }: BoundChip): SearchExpression {
  return piece ? { kind: 'object', category, piece, name: `object${category}` } : { kind: 'category', category };
}

/** Every `all` chip, one `any` chip where there are any, and no `none` chip; null for no chips. */
function expressionOf(chips: readonly BoundChip[]): SearchExpression | null {
  const withRole = (role: CategoryChip['role']) => chips.filter((chip) => chip.role === role);
  const either = withRole('any').map(termOf);
  const terms: SearchExpression[] = [
    ...withRole('all').map(termOf),
    ...(either.length > 0 ? [{ kind: 'or' as const, terms: either }] : []),
    ...withRole('none').map(
      (chip): SearchExpression => ({ kind: 'not', term: { kind: 'category', category: chip.category } }),
    ),
  ];
  return terms.length > 0 ? { kind: 'and', terms } : null;
}

/**
 * Photos that satisfy the chips, best first by the rule of `answerExpression`; no chips give no photos.
 * @throws RangeError when a chip names no category.
 */
export function combinedSearch(codes: SearchableCodes, chips: readonly BoundChip[]): CombinedHit[] {
  const expression = expressionOf(chips);
  if (!expression) return [];
  const { indices, distances, confidences } = answerExpression(codes.categories, expression);
  const isBound = (role: CategoryChip['role']) =>
    chips.filter((chip) => chip.role === role && chip.piece !== null).length;
  // Of the `any` chips one counts, the nearest.
  const measured = isBound('all') + Math.min(1, isBound('any'));
  return Array.from(indices, (n, rank) => ({
    id: codes.ids[n]!,
    distance: measured > 0 ? distances[rank]! / measured : null,
    probability: confidences[rank]!,
  }));
}
