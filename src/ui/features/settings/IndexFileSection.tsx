import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { Switch } from '../../shared/controls/Switch.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import { say } from '../../shared/language/say.ts';
import styles from './settings.module.css';

/** Exports everything that was found as one file, and imports such a file. */
export function IndexFileSection() {
  const { indexFiles } = useFacet();
  const empty = useSnapshot((snapshot) => snapshot.gallery.total === 0);
  const transfer = useSnapshot((snapshot) => snapshot.transfer);
  const state = useStore(indexFiles.state);
  const [withThumbnails, setWithThumbnails] = useState(true);
  const pick = useFilePicker('index', ([file]) => {
    if (file !== undefined) void indexFiles.import(file);
  });
  const running = state.phase === 'running';
  return (
    <div className={styles.part}>
      <h4>{say.indexFile.title}</h4>
      <p>{say.indexFile.text}</p>
      <div className={styles.row}>
        <Button
          label={say.indexFile.export}
          disabled={running || empty}
          onClick={() => void indexFiles.export(withThumbnails)}
        />
        <Button label={say.indexFile.import} disabled={running} onClick={pick} />
        <Switch label={say.indexFile.withThumbnails} checked={withThumbnails} onChange={setWithThumbnails} />
      </div>
      {running && (
        <div className={styles.row}>
          <progress
            className={styles.progress}
            aria-label={transfer?.kind === 'import' ? say.indexFile.imported : say.indexFile.exported}
            value={transfer?.done ?? 0}
            max={Math.max(1, transfer?.total ?? 1)}
          />
          <Button label={say.common.cancel} look="quiet" onClick={indexFiles.cancel} />
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
