import { useEffect, useMemo, useState } from 'react';
import type { Facets } from '../../../pipeline/api/found.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import type { Completions } from '../../shared/query/suggestions.ts';

const NO_FACETS: Facets = { folders: [], cameras: [], months: [] };

/** What the search line can be completed with; folders, cameras and times are asked for while somebody is at it. */
export function useCompletions(asked: boolean): Completions {
  const { pipeline } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const gallery = useSnapshot((snapshot) => snapshot.gallery);
  const [facets, setFacets] = useState(NO_FACETS);
  const [albums, setAlbums] = useState<readonly string[]>([]);
  const { revision } = gallery;

  // biome-ignore lint/correctness/useExhaustiveDependencies(revision): another gallery has other folders
  useEffect(() => {
    if (!asked) return;
    let current = true;
    // Without them the line is completed with categories and times alone.
    pipeline.facets().then(
      (next) => current && setFacets(next),
      () => {},
    );
    pipeline.albums().then(
      (next) => current && setAlbums(next.map(({ name }) => name)),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [asked, pipeline, revision]);

  return useMemo(
    () => ({
      categories: categories.map(({ name }) => name),
      counts: gallery.counts,
      folders: facets.folders.map(({ path }) => path),
      folderCounts: facets.folders.map(({ count }) => count),
      cameras: facets.cameras.map(({ name }) => name),
      cameraCounts: facets.cameras.map(({ count }) => count),
      months: facets.months,
      albums,
    }),
    [categories, gallery, facets, albums],
  );
}
