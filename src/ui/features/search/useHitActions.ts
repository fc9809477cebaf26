import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import type { BoundObject } from '../../shared/route/askChip.ts';
import type { SearchBase } from '../../shared/route/route.ts';

/** What can be done with a hit of a search, by its number. */
export function useHitActions(base: SearchBase): {
  readonly open: (number: number, category: string | null) => void;
  /** Takes the hit as an example of what is looked for (`more`) or of what is not (`less`). */
  readonly example: (number: number, kind: 'more' | 'less') => void;
} {
  const { router, summaries, searches } = useFacet();
  // A tile that can be pressed has its summary.
  const idOf = (number: number) => summaries.watch(number).getSnapshot()?.id ?? null;
  return {
    open: (number, category) => {
      const id = idOf(number);
      if (id !== null) router.open({ kind: 'match', id, category });
    },
    example: (number, kind) => {
      const id = idOf(number);
      if (id === null) return;
      const object: BoundObject = { of: { kind: 'photo', id }, region: null };
      const others = (list: readonly BoundObject[]) => list.filter(({ of }) => of.kind !== 'photo' || of.id !== id);
      const next = { ...base, more: others(base.more), less: others(base.less) };
      const taken = { ...next, [kind]: [...next[kind], object] };
      searches.remember(taken, base);
      router.base(taken);
    },
  };
}
