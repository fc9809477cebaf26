import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Switch } from '../../shared/controls/Switch.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import styles from './settings.module.css';

/** Exports everything that was found as one file, and imports such a file. */
export function IndexFileSection() {
  const { indexFiles } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const transfer = useSnapshot((snapshot) => snapshot.transfer);
  const state = useStore(indexFiles.state);
  const [withThumbnails, setWithThumbnails] = useState(true);
  const pick = useFilePicker('index', ([file]) => {
    if (file !== undefined) void indexFiles.import(file);
  });
  const running = state.phase === 'running';
  return (
    <div className={styles.part}>
      <h4>The index as a file</h4>
      <p>
        The file holds what was found in your photos: codes, probabilities, boxes, your corrections and, if you like,
        thumbnails, but never the photos themselves. Importing adds to the gallery, and no photo is added twice.
      </p>
      <div className={styles.row}>
        <Button
          label="Export the index…"
          disabled={running || photos.length === 0}
          onClick={() => void indexFiles.export(withThumbnails)}
        />
        <Button label="Import an index…" disabled={running} onClick={pick} />
        <Switch label="With thumbnails" checked={withThumbnails} onChange={setWithThumbnails} />
      </div>
      {running && (
        <div className={styles.row}>
          <progress
            className={styles.progress}
            aria-label={transfer?.kind === 'import' ? 'Photos imported' : 'Photos exported'}
            value={transfer?.done ?? 0}
            max={Math.max(1, transfer?.total ?? 1)}
          />
          <Button label="Cancel" look="quiet" onClick={indexFiles.cancel} />
        </div>
      )}
      {state.phase === 'done' && <p role="status">{state.text}</p>}
      {state.phase === 'failed' && (
        <p role="alert" className={styles.failed}>
          {state.text}
        </p>
      )}
    </div>
  );
}
