import type { IndexingProgress } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted, timeLeft } from '../../shared/model/format.ts';
import styles from './IndexingLine.module.css';

/** How many photos are done, failed and left, and how long it will take, while photos are being indexed. */
export function IndexingLine() {
  const indexing = useSnapshot((snapshot) => snapshot.indexing);
  return indexing === null ? null : <Running progress={indexing} />;
}

function Running({ progress }: { readonly progress: IndexingProgress }) {
  const { intake, pipeline } = useFacet();
  const { done, failed, already, left, current, etaSeconds, where, paused } = progress;
  const finished = done + failed + already;
  const total = finished + left;
  return (
    <section className={styles.progress} aria-label="Indexing">
      <div className={styles.progressText}>
        <strong>{paused === undefined ? HEADING[where] : 'Paused: the storage is full'}</strong>
        {paused !== undefined && <span role="alert">{paused} Indexing goes on by itself once there is room.</span>}
        <span>{done} done</span>
        {failed > 0 && <span className={styles.failed}>{failed} failed</span>}
        {already > 0 && <span>{already} already in the gallery</span>}
        <span>{left} left</span>
        {etaSeconds !== null && left > 0 && paused === undefined && <span>{timeLeft(etaSeconds)}</span>}
        {current !== null && <span className={styles.current}>{current}</span>}
      </div>
      {paused !== undefined && where !== 'elsewhere' && (
        <Button label="Go on now" look="quiet" onClick={() => void pipeline.resumeIndexing()} />
      )}
      {where !== 'elsewhere' && <Button label="Cancel indexing" look="quiet" onClick={intake.cancel} />}
      <div
        className={styles.track}
        role="progressbar"
        aria-label="Photos indexed"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={finished}
        aria-valuetext={`${finished} of ${counted(total, 'photo')}`}
      >
        <div className={styles.bar} style={{ '--fill': String(total === 0 ? 0 : finished / total) }} />
      </div>
    </section>
  );
}

const HEADING = {
  here: 'Indexing your photos',
  waiting: 'Waiting for another tab to finish',
  elsewhere: 'Another tab is indexing your photos',
} as const;
