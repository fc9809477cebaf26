import { useEffect, useState } from 'react';
import { storedBytes } from '../../pipeline/persistence.ts';
import { Button } from '../controls/Button.tsx';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';
import { counted, fileSize } from '../model/format.ts';
import { useFacet, useSnapshot } from '../state/facet.tsx';
import { HOME } from '../state/route.ts';
import { IndexFileSection } from './IndexFileSection.tsx';
import { PreviewsSection } from './PreviewsSection.tsx';
import styles from './settings.module.css';

/** What this browser stores for Facet, whether it promised to keep it, and how to be rid of it. */
export function StorageSection() {
  const { pipeline, notices, router } = useFacet();
  const { photos, persisted } = useSnapshot();
  const used = useStorageUse(photos.length);
  const [asking, setAsking] = useState(false);
  const removeAll = () => {
    pipeline.removeAll().then(
      () => {
        router.go(HOME, 'replace');
        notices.info('The gallery is empty. The files on your disk are untouched.');
      },
      (error: unknown) => notices.error('The gallery could not be emptied', error),
    );
  };
  return (
    <section className={styles.section} aria-label="Storage">
      <h3>Storage</h3>
      <p>
        {persisted
          ? 'The browser promised to keep the gallery until you remove it.'
          : 'The browser has not promised to keep the gallery: it may drop it when the disk runs full. Your photo files are never touched.'}
      </p>
      <dl className={styles.facts}>
        <dt>In the gallery</dt>
        <dd>{counted(photos.length, 'photo')}</dd>
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
          disabled={photos.length === 0}
          onClick={() => setAsking(true)}
        />
      </div>
      {asking && (
        <ConfirmDialog
          title={`Remove all ${counted(photos.length, 'photo')}?`}
          text="The gallery and everything that was found in it will be gone. The files on your disk stay as they are."
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
