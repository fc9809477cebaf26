import { useState } from 'react';
import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { dayOf, fileSize } from '../../shared/model/format.ts';
import { searchRoute } from '../../shared/route/route.ts';
import styles from './Panel.module.css';

interface PhotoHeadProps {
  readonly photo: PhotoSummary;
  /** Which picture of it is shown, in a sentence; '' while that is unknown. */
  readonly shown: string;
  readonly onGone: () => void;
}

/** Name and facts of an opened photo, and what to do with it. */
export function PhotoHead({ photo, shown, onGone }: PhotoHeadProps) {
  const { router, pipeline, notices } = useFacet();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    onGone();
    pipeline.removePhotos([photo.id]).then(
      () => notices.info(`${photo.name} was removed from the gallery. The file itself is untouched.`),
      (error: unknown) => notices.failed(`${photo.name} could not be removed`, error),
    );
  };
  return (
    <header>
      <h2 className={styles.title}>{photo.name}</h2>
      <p className={styles.facts}>
        {dayOf(photo.lastModified)} · {photo.width} × {photo.height} · {fileSize(photo.size)}
        {photo.path !== photo.name && (
          <>
            <br />
            {photo.path}
          </>
        )}
        {shown !== '' && (
          <>
            <br />
            {shown}
          </>
        )}
      </p>
      <div className={styles.actions}>
        <Button
          label="More like this"
          icon="similar"
          look="primary"
          onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))}
        />
        <Button label="Remove" icon="trash" look="danger" onClick={() => setAsking(true)} />
      </div>
      {asking && (
        <ConfirmDialog
          title="Remove this photo?"
          text={`${photo.name} and everything found in it leave this gallery. The file on your disk stays as it is.`}
          confirm="Remove"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </header>
  );
}
