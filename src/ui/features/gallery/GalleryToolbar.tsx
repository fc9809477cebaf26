import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted } from '../../shared/model/format.ts';
import type { PhotoOrder } from '../../shared/model/photoList.ts';
import type { GalleryBase } from '../../shared/route/route.ts';
import styles from './GalleryToolbar.module.css';

const ORDERS: readonly { readonly value: PhotoOrder; readonly text: string }[] = [
  { value: 'newest', text: 'Newest first' },
  { value: 'oldest', text: 'Oldest first' },
  { value: 'name', text: 'By name' },
];

interface GalleryToolbarProps {
  readonly base: GalleryBase;
  readonly shown: number;
  readonly total: number;
}

export function GalleryToolbar({ base, shown, total }: GalleryToolbarProps) {
  const { router, tray } = useFacet();
  const outdated = useSnapshot((snapshot) => snapshot.outdated);
  return (
    <div className={styles.toolbar}>
      <h1 className="visuallyHidden">Gallery</h1>
      <p className={styles.total} role="status">
        {shown === total ? (
          <b>{counted(total, 'photo')}</b>
        ) : (
          <>
            <b>{counted(shown, 'photo')}</b> of {total}
          </>
        )}
        {outdated.length > 0 &&
          ` · ${outdated.length} indexed by an older version: drop ${outdated.length === 1 ? 'its file' : 'their files'} again to search ${outdated.length === 1 ? 'it' : 'them'}`}
      </p>
      <Button label="Combine objects" icon="layers" look="quiet" shape="collapsing" onClick={() => tray.open()} />
      <Button
        label="Duplicates"
        icon="copies"
        look="quiet"
        shape="collapsing"
        onClick={() => router.base({ view: 'duplicates' })}
      />
      <Select
        label="Sort photos"
        value={base.order}
        options={ORDERS}
        onChange={(order) => router.base({ ...base, order })}
      />
    </div>
  );
}
