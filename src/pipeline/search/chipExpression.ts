import type { SearchExpression } from '../../codes/searchExpression.ts';
import type { QueryChip } from '../api/galleryQuery.ts';

/** A chip whose category and `like` have been looked up. */
export interface BoundChip extends Pick<QueryChip, 'role'> {
  /** Index into the vocabulary's categories. */
  readonly category: number;
  /** The piece of that category of the object that the chip is bound to; null where it is not bound. // (wordsPerPiece,) */
  readonly piece: Uint32Array | null;
}

function termOf({ category, piece }: BoundChip): SearchExpression {
  return piece ? { kind: 'object', category, piece, name: `object${category}` } : { kind: 'category', category };
}

function not(category: number): SearchExpression {
  return { kind: 'not', term: { kind: 'category', category } };
}

/**
 * Every `all` and `only` chip, one `any` chip where there are any, no `none` chip; with an `only` chip none of the categories without a chip.
 * Null for no chips.
 * @param categories C
 */
export function chipExpression(chips: readonly BoundChip[], categories: number): SearchExpression | null {
  const withRole = (role: QueryChip['role']) => chips.filter((chip) => chip.role === role);
  const either = withRole('any').map(termOf);
  const named = new Set(chips.map(({ category }) => category));
  const others = Array.from({ length: categories }, (_, category) => category).filter(
    (category) => !named.has(category),
  );
  const terms: SearchExpression[] = [
    ...[...withRole('all'), ...withRole('only')].map(termOf),
    ...(either.length > 0 ? [{ kind: 'or' as const, terms: either }] : []),
    ...withRole('none').map(({ category }) => not(category)),
    ...(withRole('only').length > 0 ? others.map(not) : []),
  ];
  return terms.length > 0 ? { kind: 'and', terms } : null;
}

/** How many objects a photo's distance is the sum of: of the `any` chips one counts, the nearest. */
export function measuredObjects(chips: readonly BoundChip[]): number {
  const bound = chips.filter(({ piece }) => piece !== null);
  const either = bound.filter(({ role }) => role === 'any').length;
  return bound.filter(({ role }) => role === 'all' || role === 'only').length + Math.min(1, either);
}

/** The gates that let in less sure photos: those of the chips' own categories are lower. // (C,) */
export function loweredGates(chips: readonly BoundChip[], sure: Uint8Array, lessSure: Uint8Array): Uint8Array {
  const lowered = sure.slice();
  for (const { category, role } of chips)
    if (role !== 'none') lowered[category] = Math.min(sure[category]!, lessSure[category]!);
  return lowered;
}
