import { useEffect, useState } from 'react';
import type { Facets } from '../../../pipeline/api/found.ts';
import type { Album } from '../../../pipeline/api/galleryVerbs.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';

/** What there is to filter by; null until it is known. */
export function useFacets(): { readonly facets: Facets | null; readonly albums: readonly Album[] } {
  const { pipeline, notices } = useFacet();
  const [facets, setFacets] = useState<Facets | null>(null);
  const [albums, setAlbums] = useState<readonly Album[]>([]);
  useEffect(() => {
    let wanted = true;
    Promise.all([pipeline.facets(), pipeline.albums()]).then(
      ([known, named]) => {
        if (!wanted) return;
        setFacets(known);
        setAlbums(named);
      },
      (error: unknown) => notices.failed(say.gallery.noFilters, error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices]);
  return { facets, albums };
}
