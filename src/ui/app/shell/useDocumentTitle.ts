import { useEffect } from 'react';
import { usePhotosById, useRoute } from '../../shared/state/facet.tsx';
import type { Base } from '../../shared/state/route.ts';

const TITLES = {
  gallery: 'Facet',
  search: 'Search · Facet',
  combine: 'Combine objects · Facet',
  duplicates: 'Duplicates · Facet',
} as const satisfies Record<Base['view'], string>;

/** Names the tab, and the steps of the browser's history, after what is open. */
export function useDocumentTitle(): void {
  const { base, overlay } = useRoute();
  const photos = usePhotosById();
  const open = overlay.kind === 'photo' || overlay.kind === 'match' ? photos.get(overlay.id)?.name : undefined;
  const title = open === undefined ? TITLES[base.view] : `${open} · Facet`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
