import { type ReactNode, useEffect, useState } from 'react';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
import { HOME, type SearchBase } from '../../shared/route/route.ts';
import { searchKey } from '../../shared/state/searchSession.ts';
import { AnswerView } from './AnswerView.tsx';
import { QueryPanel } from './QueryPanel.tsx';
import searchView from './SearchView.module.css';

interface SearchViewProps {
  readonly base: SearchBase;
  /** The filters that all answers share. */
  readonly filter: ReactNode;
}

/** The query photo beside what was found for it. */
export function SearchView({ base, filter }: SearchViewProps) {
  const { session } = useFacet();
  const { total, revision } = useSnapshot((snapshot) => snapshot.gallery);
  const indexing = useSnapshot((snapshot) => snapshot.indexing !== null);
  const photo = usePhotoSummary(base.of.kind === 'photo' ? base.of.id : null);
  const state = useStore(session.state);
  const key = searchKey(base);
  const gone = base.of.kind === 'photo' ? photo === null : session.file(base.of.key) === undefined;
  const known = base.of.kind === 'file' || photo !== undefined;
  useEffect(() => {
    if (known && !gone) void session.show(base);
  }, [session, base, known, gone]);

  const current = state.phase !== 'idle' && state.key === key ? state : null;
  // The last answer stays in sight while the same search runs again.
  const [kept, setKept] = useState<{ readonly key: string; readonly answer: LikeAnswer } | null>(null);
  useEffect(() => {
    if (state.phase === 'answered') setKept(state);
  }, [state]);
  const answer = current?.phase === 'answered' ? current.answer : kept?.key === key ? kept.answer : null;
  const changed = current?.phase === 'answered' ? total - current.among : 0;
  // The same photos, otherwise told of: what a person said of one changes its codes, so the answer follows. New photos are offered.
  const retold = current?.phase === 'answered' && changed === 0 && revision !== current.revision && !indexing;
  useEffect(() => {
    if (retold) void session.show(base, { again: true });
  }, [session, base, retold]);

  if (gone) return <GoneQuery kind={base.of.kind} />;
  return (
    <div className={searchView.view}>
      <QueryPanel base={base} query={answer?.query ?? null} />
      <section
        className={searchView.results}
        aria-label={say.common.results}
        aria-busy={current === null || current.phase === 'searching'}
      >
        {current?.phase === 'failed' ? (
          <FailedSearch message={current.message} onAgain={() => void session.show(base, { again: true })} />
        ) : answer === null ? (
          <div className={searchView.panel}>
            <Waiting>{say.search.analysing}</Waiting>
          </div>
        ) : (
          <AnswerView key={key} base={base} filter={filter} answer={answer} changed={changed} />
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
    <div className={searchView.panel}>
      <Message title={say.search.lost} role="alert">
        <p>{kind === 'photo' ? say.search.lostPhoto : say.search.lostFile}</p>
        <div className={searchView.failedActions}>
          <Button label={say.common.backToGallery} look="primary" onClick={() => router.go(HOME)} />
          <Button label={say.common.searchByAnother} icon="search" onClick={pickQuery} />
        </div>
      </Message>
    </div>
  );
}

function FailedSearch({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  const { router } = useFacet();
  return (
    <div className={searchView.panel}>
      <Message title={say.common.searchFailed} role="alert">
        <p>{message}</p>
        <div className={searchView.failedActions}>
          <Button label={say.common.tryAgain} icon="retry" onClick={onAgain} />
          <Button label={say.common.backToGallery} look="quiet" onClick={() => router.go(HOME)} />
        </div>
      </Message>
    </div>
  );
}
