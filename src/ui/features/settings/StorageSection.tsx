import { useEffect, useState } from 'react';
import { storedBytes } from '../../../pipeline/api/persistence.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted, fileSize } from '../../shared/model/format.ts';
import { HOME } from '../../shared/route/route.ts';
import { IndexFileSection } from './IndexFileSection.tsx';
import { PreviewsSection } from './PreviewsSection.tsx';
import styles from './settings.module.css';

/** What this browser stores for Facet, whether it promised to keep it, and how to remove it. */
export function StorageSection() {
  const { pipeline, notices, router } = useFacet();
  const photoCount = useSnapshot((snapshot) => snapshot.photos.length);
  const persisted = useSnapshot((snapshot) => snapshot.persisted);
  const used = useStorageUse(photoCount);
  const [asking, setAsking] = useState(false);
  const removeAll = () => {
    pipeline.removeAll().then(
      () => {
        router.go(HOME, 'replace');
        notices.info('The gallery is empty. The files on your disk are untouched.');
      },
      (error: unknown) => notices.failed('The gallery could not be emptied', error),
    );
  };
  return (
    <section className={styles.section} aria-label="Storage">
      <h3>Storage</h3>
      <p>
        {persisted
          ? 'The browser has promised to keep the gallery until you remove it.'
          : 'The browser has not promised to keep the gallery and may delete it when the disk is full. Your photo files are never touched.'}
      </p>
      <dl className={styles.facts}>
        <dt>In the gallery</dt>
        <dd>{counted(photoCount, 'photo')}</dd>
        {used !== null && (
          <>
            <dt>Stored here</dt>
            <dd>{fileSize(used)}</dd>
          </>
        )}
      </dl>
      <IndexFileSection />
      <PreviewsSection />
      <div className={styles.part}>
        <Button
          label="Remove all photos"
          icon="trash"
          look="danger"
          disabled={photoCount === 0}
          onClick={() => setAsking(true)}
        />
      </div>
      {asking && (
        <ConfirmDialog
          title={`Remove all ${counted(photoCount, 'photo')}?`}
          text="The gallery and everything found in it will be deleted. The files on your disk stay as they are."
          confirm="Remove all"
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
