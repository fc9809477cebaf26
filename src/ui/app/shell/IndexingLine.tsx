import type { IndexingProgress } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { counted, timeLeft } from '../../shared/model/format.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import styles from './shell.module.css';

/** Done, failed, left and how long it will take, for as long as photos are being indexed. */
export function IndexingLine() {
  const { indexing } = useSnapshot();
  return indexing === null ? null : <Running progress={indexing} />;
}

function Running({ progress }: { readonly progress: IndexingProgress }) {
  const { intake } = useFacet();
  const { done, failed, already, left, current, etaSeconds, where } = progress;
  const finished = done + failed + already;
  const total = finished + left;
  return (
    <section className={styles.progress} aria-label="Indexing">
      <div className={styles.progressText}>
        <strong>{HEADING[where]}</strong>
        <span>{done} done</span>
        {failed > 0 && <span className={styles.failed}>{failed} failed</span>}
        {already > 0 && <span>{counted(already, 'photo')} known already</span>}
        <span>{left} left</span>
        {etaSeconds !== null && left > 0 && <span>{timeLeft(etaSeconds)}</span>}
        {current !== null && <span className={styles.current}>{current}</span>}
      </div>
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
  here: 'Looking at your photos',
  waiting: 'Waiting for another tab to finish',
  elsewhere: 'Another tab is looking at your photos',
} as const;
