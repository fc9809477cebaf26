import type { IndexingProgress } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { timeLeft } from '../../shared/model/format.ts';
import styles from './IndexingLine.module.css';
import { useLeaveWarning } from './useLeaveWarning.ts';

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
  const kept = useStore(intake.nothingToLose);
  const unfinished = where !== 'elsewhere' && left > 0;
  const wouldLose = unfinished && !kept;
  useLeaveWarning(wouldLose);
  return (
    <section className={styles.progress} aria-label={say.indexing.label}>
      <div className={styles.progressText}>
        <strong>{paused === undefined ? say.indexing[where] : say.indexing.full}</strong>
        {paused !== undefined && <span role="alert">{`${say.pipeline(paused)} ${say.indexing.goesOn}`}</span>}
        <span className={styles.count}>{say.indexing.done(done)}</span>
        {failed > 0 && <span className={`${styles.count} ${styles.failed}`}>{say.indexing.failed(failed)}</span>}
        {already > 0 && <span className={styles.count}>{say.indexing.already(already)}</span>}
        <span className={styles.count}>{say.indexing.left(left)}</span>
        {etaSeconds !== null && left > 0 && paused === undefined && <span>{timeLeft(etaSeconds)}</span>}
        {wouldLose && <span>{say.indexing.keepOpen}</span>}
        {unfinished && kept && <span>{say.folders.mayClose}</span>}
        {current !== null && <span className={styles.current}>{current}</span>}
      </div>
      {paused !== undefined && where !== 'elsewhere' && (
        <Button label={say.indexing.goOn} look="quiet" onClick={() => void pipeline.resumeIndexing()} />
      )}
      {where !== 'elsewhere' && (
        <Button label={say.common.cancel} aria-label={say.indexing.cancel} look="quiet" onClick={intake.cancel} />
      )}
      <div
        className={styles.track}
        role="progressbar"
        aria-label={say.indexing.progress}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={finished}
        aria-valuetext={say.indexing.progressOf(finished, total)}
      >
        <div className={styles.bar} style={{ '--fill': String(total === 0 ? 0 : finished / total) }} />
      </div>
    </section>
  );
}
