import { Button } from '../../shared/controls/Button.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { counted } from '../../shared/model/format.ts';
import type { PhotoOrder } from '../../shared/model/photoList.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import type { Base } from '../../shared/state/route.ts';
import styles from './gallery.module.css';

const ORDERS: readonly { readonly value: PhotoOrder; readonly text: string }[] = [
  { value: 'newest', text: 'Newest first' },
  { value: 'oldest', text: 'Oldest first' },
  { value: 'name', text: 'By name' },
];

interface GalleryToolbarProps {
  readonly base: Extract<Base, { view: 'gallery' }>;
  readonly shown: number;
  readonly total: number;
}

export function GalleryToolbar({ base, shown, total }: GalleryToolbarProps) {
  const { router } = useFacet();
  const { outdated } = useSnapshot();
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
          ` · ${outdated.length} from an older version: drop ${outdated.length === 1 ? 'its file' : 'their files'} again to search them`}
      </p>
      <Button
        label="Combine objects"
        icon="layers"
        look="quiet"
        shape="collapsing"
        onClick={() => router.base({ view: 'combine' })}
      />
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
        onChange={(order) => router.base({ ...base, order }, 'replace')}
      />
    </div>
  );
}
