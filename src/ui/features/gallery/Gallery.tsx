import { useMemo, useState } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { filteredPhotos, NO_FILTER, sortedPhotos } from '../../shared/model/photoList.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { type Base, hashFromRoute, NO_OVERLAY } from '../../shared/state/route.ts';
import { CategoryChips } from './CategoryChips.tsx';
import { GalleryToolbar } from './GalleryToolbar.tsx';
import styles from './gallery.module.css';
import { PhotoGrid } from './PhotoGrid.tsx';
import { SelectionBar } from './SelectionBar.tsx';

type GalleryBase = Extract<Base, { view: 'gallery' }>;

/** All photos, or those that the chips leave, in a grid. */
export function Gallery({ base }: { readonly base: GalleryBase }) {
  const { router } = useFacet();
  const { photos, categories } = useSnapshot();
  const [picked, setPicked] = useState<ReadonlySet<PhotoId>>(new Set());
  const shown = useMemo(
    () => sortedPhotos(filteredPhotos(photos, categories, base.filter), base.order),
    [photos, categories, base.filter, base.order],
  );
  // Only what is in sight counts as selected, so nothing is removed that a person does not see.
  const selected = useMemo(
    () => new Set(shown.map((photo) => photo.id).filter((id) => picked.has(id))),
    [shown, picked],
  );
  const place = hashFromRoute({ base, overlay: NO_OVERLAY });
  const filtered = base.filter.include.length + base.filter.exclude.length > 0;

  return (
    <div className={styles.gallery}>
      <CategoryChips filter={base.filter} onChange={(filter) => router.base({ ...base, filter }, 'replace')} />
      <GalleryToolbar base={base} shown={shown.length} total={photos.length} />
      {shown.length === 0 ? (
        <div className={styles.nothing} role="status">
          <h2>No photo fits these categories</h2>
          <p>None of your {photos.length} photos holds what is chosen and lacks what is crossed out.</p>
          {filtered && (
            <Button
              label="Clear the categories"
              onClick={() => router.base({ ...base, filter: NO_FILTER }, 'replace')}
            />
          )}
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
