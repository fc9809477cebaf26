import { useMemo, useState } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted } from '../../shared/model/format.ts';
import { filteredPhotos, NO_FILTER, sortedPhotos } from '../../shared/model/photoList.ts';
import { type GalleryBase, hashFromRoute, NO_OVERLAY } from '../../shared/route/route.ts';
import { CategoryChips } from './CategoryChips.tsx';
import styles from './Gallery.module.css';
import { GalleryToolbar } from './GalleryToolbar.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/** All photos, or those that the chips leave, in a grid. */
export function Gallery({ base }: { readonly base: GalleryBase }) {
  const { router } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const [picked, setPicked] = useState<ReadonlySet<PhotoId>>(new Set());
  const shown = useMemo(
    () => sortedPhotos(filteredPhotos(photos, categories, base.filter), base.order),
    [photos, categories, base.filter, base.order],
  );
  // Only what the filter shows counts as selected, so that nothing is removed unseen.
  const selected = useMemo(
    () => new Set(shown.map((photo) => photo.id).filter((id) => picked.has(id))),
    [shown, picked],
  );
  const place = hashFromRoute({ base, overlay: NO_OVERLAY });
  const filtered = base.filter.include.length + base.filter.exclude.length > 0;

  return (
    <div className={styles.gallery}>
      <CategoryChips filter={base.filter} onChange={(filter) => router.base({ ...base, filter })} />
      <GalleryToolbar base={base} shown={shown.length} total={photos.length} />
      {shown.length === 0 ? (
        <div className={styles.nothing} role="status">
          <h2>No photo matches this filter</h2>
          <p>
            None of your {counted(photos.length, 'photo')} has everything that is chosen and nothing that is crossed
            out.
          </p>
          {filtered && <Button label="Clear the filter" onClick={() => router.base({ ...base, filter: NO_FILTER })} />}
        </div>
      ) : (
        <PhotoGrid key={place} place={place} photos={shown} selected={selected} onSelect={setPicked} />
      )}
      {selected.size > 0 && (
        <SelectionBar
          selected={selected}
          onClear={() => setPicked(new Set())}
          onAll={() => setPicked(new Set(shown.map((photo) => photo.id)))}
        />
      )}
    </div>
  );
}
