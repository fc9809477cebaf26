import { useMemo } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById, useRoute, useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { photoHits, sortedHits } from '../../shared/model/hitList.ts';
import { filteredPhotos, sortedPhotos } from '../../shared/model/photoList.ts';
import type { Overlay } from '../../shared/route/route.ts';

interface Neighbours {
  readonly previous: PhotoId | null;
  readonly next: PhotoId | null;
  /** Place in the list, counted from 0. */
  readonly place: number;
  readonly total: number;
}

/** The photos before and after an opened one, in the list that it was opened from. */
export function useNeighbours(overlay: Extract<Overlay, { kind: 'photo' | 'match' }>): Neighbours {
  const { session } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const byId = usePhotosById();
  const base = useRoute((route) => route.base);
  const search = useStore(session.state);
  const category = overlay.kind === 'match' ? overlay.category : null;

  const ids = useMemo(() => {
    if (overlay.kind === 'match') {
      if (search.phase !== 'answered') return [overlay.id];
      const row = search.answer.rows.find((one) => one.category === category);
      return sortedHits(photoHits(row?.hits ?? search.answer.similar, byId), 'best').map(({ photo }) => photo.id);
    }
    const list =
      base.view === 'gallery' ? sortedPhotos(filteredPhotos(photos, categories, base.filter), base.order) : photos;
    return list.map((photo) => photo.id);
  }, [overlay.kind, overlay.id, category, base, search, photos, categories, byId]);

  const place = ids.indexOf(overlay.id);
  return {
    previous: place > 0 ? (ids[place - 1] ?? null) : null,
    next: place >= 0 ? (ids[place + 1] ?? null) : null,
    place: Math.max(0, place),
    total: ids.length,
  };
}
