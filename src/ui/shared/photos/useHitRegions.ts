import { useMemo } from 'react';
import { useFacet } from '../facet/FacetProvider.tsx';
import { useSnapshot } from '../facet/useSnapshot.ts';
import type { WinningRegions } from '../thumbnails/winningRegions.ts';

/** Where objects are in the hits of an answer, and the categories by the names that the heads have for them. @param revision the gallery's, of the answer */
export function useHitRegions(revision: number): {
  readonly regions: WinningRegions;
  readonly names: readonly string[];
} {
  const { pipeline, regions: shelf } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const regions = useMemo(() => shelf.at(revision), [shelf, revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies(categories): both lists change together
  const names = useMemo(() => pipeline.getSnapshot().categories.map(({ name }) => name), [pipeline, categories]);
  return { regions, names };
}
