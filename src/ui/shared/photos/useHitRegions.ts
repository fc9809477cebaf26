import { useMemo } from 'react';
import { useFacet } from '../facet/FacetProvider.tsx';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { WinningRegions } from './winningRegions.ts';

/** Where objects are in the hits of an answer, and the categories by the names that the heads have for them. @param answer asks anew when it changes */
export function useHitRegions(answer: unknown): {
  readonly regions: WinningRegions;
  readonly names: readonly string[];
} {
  const { pipeline } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  // biome-ignore lint/correctness/useExhaustiveDependencies(answer): photos may have been indexed again since
  const regions = useMemo(
    () => new WinningRegions((numbers, category) => pipeline.winningRegions(numbers, category)),
    [pipeline, answer],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies(categories): both lists change together
  const names = useMemo(() => pipeline.getSnapshot().categories.map(({ name }) => name), [pipeline, categories]);
  return { regions, names };
}
