import { useEffect, useState } from 'react';
import { storedBytes } from '../../../pipeline/api/persistence.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { fileSize } from '../../shared/model/format.ts';
import { HOME } from '../../shared/route/route.ts';
import { FoldersSection } from './FoldersSection.tsx';
import { IndexFileSection } from './IndexFileSection.tsx';
import { PlacesSection } from './PlacesSection.tsx';
import { PreviewsSection } from './PreviewsSection.tsx';
import styles from './settings.module.css';

/** What this browser stores for Facet, whether it promised to keep it, and how to remove it. */
export function StorageSection() {
  const { pipeline, notices, router } = useFacet();
  const photoCount = useSnapshot((snapshot) => snapshot.gallery.total);
  const persisted = useSnapshot((snapshot) => snapshot.persisted);
  const used = useStorageUse(photoCount);
  const [asking, setAsking] = useState(false);
  const removeAll = () => {
    pipeline.removeAll().then(
      () => {
        router.go(HOME, 'replace');
        notices.info(say.storage.emptied);
      },
      (error: unknown) => notices.failed(say.storage.notEmptied, error),
    );
  };
  return (
    <section className={styles.section} aria-label={say.storage.title}>
      <h3>{say.storage.title}</h3>
      <p>{persisted ? say.storage.promised : say.storage.notPromised}</p>
      <dl className={styles.facts}>
        <dt>{say.storage.inGallery}</dt>
        <dd>{say.counts.photos(photoCount)}</dd>
        {used !== null && (
          <>
            <dt>{say.storage.storedHere}</dt>
            <dd>{fileSize(used)}</dd>
          </>
        )}
      </dl>
      <FoldersSection />
      <IndexFileSection />
      <PreviewsSection />
      <PlacesSection />
      <div className={styles.part}>
        <Button
          label={say.storage.removeAllPhotos}
          icon="trash"
          look="danger"
          disabled={photoCount === 0}
          onClick={() => setAsking(true)}
        />
      </div>
      {asking && (
        <ConfirmDialog
          title={say.storage.removeAllTitle(photoCount)}
          text={say.storage.removeAllText}
          confirm={say.storage.removeAll}
          onConfirm={removeAll}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** Bytes that this origin stores, as the browser counts them; null where it does not say. */
function useStorageUse(photos: number): number | null {
  const [used, setUsed] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies(photos): what is stored changes with their number
  useEffect(() => {
    let wanted = true;
    void storedBytes().then((bytes) => {
      if (wanted) setUsed(bytes);
    });
    return () => {
      wanted = false;
    };
  }, [photos]);
  return used;
}
