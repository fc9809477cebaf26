import { useEffect } from 'react';
import { useRoute, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { photosById } from '../../shared/model/photosById.ts';
import type { Base } from '../../shared/route/route.ts';

const TITLES = {
  gallery: 'Facet',
  search: 'Search · Facet',
  combine: 'Combine objects · Facet',
  duplicates: 'Duplicates · Facet',
} as const satisfies Record<Base['view'], string>;

/** Names the tab, and with it the entries of the browser's history, after what is open. */
export function useDocumentTitle(): void {
  const view = useRoute((route) => route.base.view);
  const opened = useRoute(({ overlay }) => (overlay.kind === 'photo' || overlay.kind === 'match' ? overlay.id : null));
  const name = useSnapshot(({ photos }) => (opened === null ? undefined : photosById(photos).get(opened)?.name));
  const title = name === undefined ? TITLES[view] : `${name} · Facet`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
