import { useEffect, useState } from 'react';
import type { SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById, useStore } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { HOME, hashFromRoute, type SearchBase, searchRoute } from '../../shared/route/route.ts';
import { AnswerView } from './AnswerView.tsx';
import { QueryPanel } from './QueryPanel.tsx';
import resultsStyles from './Results.module.css';
import searchView from './SearchView.module.css';

const GONE = {
  photo: 'The photo that this search starts from is not in the gallery.',
  file: 'The page was reloaded, and it does not keep query photos. Drop or choose the photo again.',
} as const satisfies Record<SearchBase['of']['kind'], string>;

/** The query photo beside what was found for it. */
export function SearchView({ base }: { readonly base: SearchBase }) {
  const { session } = useFacet();
  const photos = usePhotosById();
  const state = useStore(session.state);
  const key = hashFromRoute(searchRoute(base.of, base.region));
  const gone = base.of.kind === 'photo' ? !photos.has(base.of.id) : session.file(base.of.key) === undefined;
  useEffect(() => {
    if (!gone) void session.show(base);
  }, [session, base, gone]);

  const current = state.phase !== 'idle' && state.key === key ? state : null;
  // The last answer stays in sight while the same search runs again.
  const [kept, setKept] = useState<{ readonly key: string; readonly answer: SearchAnswer } | null>(null);
  useEffect(() => {
    if (state.phase === 'answered') setKept(state);
  }, [state]);
  const answer = current?.phase === 'answered' ? current.answer : kept?.key === key ? kept.answer : null;
  const changed = current?.phase === 'answered' ? photos.size - current.among : 0;

  if (gone) return <GoneQuery kind={base.of.kind} />;
  return (
    <div className={searchView.view}>
      <QueryPanel base={base} query={answer?.query ?? null} />
      <section
        className={searchView.results}
        aria-label="Results"
        aria-busy={current === null || current.phase === 'searching'}
      >
        {current?.phase === 'failed' ? (
          <FailedSearch message={current.message} onAgain={() => void session.show(base, { again: true })} />
        ) : answer === null ? (
          <div className={resultsStyles.panel}>
            <Waiting>Analysing the photo and comparing it…</Waiting>
          </div>
        ) : (
          <AnswerView key={key} base={base} answer={answer} changed={changed} />
        )}
      </section>
    </div>
  );
}

/** Instead of a search whose query no longer exists: trying again could not help. */
function GoneQuery({ kind }: { readonly kind: SearchBase['of']['kind'] }) {
  const { router } = useFacet();
  const { pickQuery } = useIntakeActions();
  return (
    <div className={resultsStyles.panel}>
      <Message title="This search has lost its photo" role="alert">
        <p>{GONE[kind]}</p>
        <div className={searchView.failedActions}>
          <Button label="Back to the gallery" look="primary" onClick={() => router.go(HOME)} />
          <Button label="Search by another photo" icon="search" onClick={pickQuery} />
        </div>
      </Message>
    </div>
  );
}

function FailedSearch({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  const { router } = useFacet();
  return (
    <div className={resultsStyles.panel}>
      <Message title="This search did not work" role="alert">
        <p>{message}</p>
        <div className={searchView.failedActions}>
          <Button label="Try again" icon="retry" onClick={onAgain} />
          <Button label="Back to the gallery" look="quiet" onClick={() => router.go(HOME)} />
        </div>
      </Message>
    </div>
  );
}
