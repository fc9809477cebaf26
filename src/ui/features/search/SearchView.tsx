import { useEffect, useState } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import controls from '../../shared/controls/controls.module.css';
import { useFacet, useSnapshot, useStore } from '../../shared/state/facet.tsx';
import { type Base, HOME, hashFromRoute, searchRoute } from '../../shared/state/route.ts';
import { AnswerView } from './AnswerView.tsx';
import { QueryPanel } from './QueryPanel.tsx';
import styles from './search.module.css';

export type SearchBase = Extract<Base, { view: 'search' }>;

/** The query photo beside what was found for it. */
export function SearchView({ base }: { readonly base: SearchBase }) {
  const { session } = useFacet();
  const { photos } = useSnapshot();
  const state = useStore(session.state);
  const key = hashFromRoute(searchRoute(base.of, base.region));
  useEffect(() => void session.show(base), [session, base]);

  const current = state.phase !== 'idle' && state.key === key ? state : null;
  // The last answer stays in sight while the same search is asked again.
  const [kept, setKept] = useState<{ readonly key: string; readonly answer: SearchAnswer } | null>(null);
  useEffect(() => {
    if (state.phase === 'answered') setKept(state);
  }, [state]);
  const answer = current?.phase === 'answered' ? current.answer : kept?.key === key ? kept.answer : null;
  const changed = current?.phase === 'answered' ? photos.length - current.among : 0;

  return (
    <div className={styles.view}>
      <QueryPanel base={base} query={answer?.query ?? null} />
      <section
        className={styles.results}
        aria-label="Results"
        aria-busy={current === null || current.phase === 'searching'}
      >
        {current?.phase === 'failed' ? (
          <FailedSearch message={current.message} onAgain={() => void session.show(base, { again: true })} />
        ) : answer === null ? (
          <div className={styles.panel}>
            <p className={styles.waiting} role="status">
              <span className={controls.spinner} /> Looking at the photo and comparing it…
            </p>
          </div>
        ) : (
          <AnswerView key={key} base={base} answer={answer} changed={changed} />
        )}
      </section>
    </div>
  );
}

function FailedSearch({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  const { router } = useFacet();
  return (
    <div className={styles.panel}>
      <div className={styles.message} role="alert">
        <h2>This search did not work</h2>
        <p>{message}</p>
        <div className={styles.stale}>
          <Button label="Try again" icon="retry" onClick={onAgain} />
          <Button label="Back to the gallery" look="quiet" onClick={() => router.go(HOME)} />
        </div>
      </div>
    </div>
  );
}
