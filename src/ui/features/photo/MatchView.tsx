import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import { Spinner } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useRoute, useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { mostShared } from '../../shared/model/hitList.ts';
import { useSubjectName } from '../../shared/photos/useSubjectName.ts';
import { matchBase } from '../../shared/route/route.ts';
import type { SearchSubject } from '../../shared/route/searchSubject.ts';
import { searchKey } from '../../shared/state/searchSession.ts';
import { MatchPanel } from './MatchPanel.tsx';
import { MatchSide } from './MatchSide.tsx';
import matchView from './MatchView.module.css';
import stageStyles from './Stage.module.css';
import { type DetailState, usePhotoDetail } from './usePhotoDetail.ts';

interface MatchViewProps {
  readonly photo: NumberedSummary;
  /** The category whose row the hit was opened from; null for the overall list. */
  readonly rowCategory: string | null;
  readonly bar: ReactNode;
}

/** Why a photo matched: both photos side by side with the winning box on each, both sets of bars, the bits that differ. */
export function MatchView(props: MatchViewProps) {
  const { session } = useFacet();
  const base = useRoute((route) => route.base);
  const search = useStore(session.state);
  const state = usePhotoDetail(props.photo.id);
  const asked = useMemo(() => matchBase(base, props.rowCategory), [base, props.rowCategory]);
  // A search's own view asks for itself; the gallery's chips are compared here alone.
  useEffect(() => {
    if (asked !== null && base.view !== 'search') void session.show(asked);
  }, [session, asked, base]);
  const own = asked !== null && search.phase !== 'idle' && search.key === searchKey(asked);
  if (asked === null || !own || search.phase !== 'answered') {
    return (
      <div className={`${stageStyles.stage} ${matchView.stage}`}>
        {props.bar}
        <div className={stageStyles.canvas} role="status">
          {search.phase === 'failed' && own ? <p>{search.message}</p> : <Spinner />}
        </div>
      </div>
    );
  }
  return <Match {...props} of={asked.of} answer={search.answer} state={state} />;
}

interface MatchProps extends MatchViewProps {
  readonly of: SearchSubject;
  readonly answer: LikeAnswer;
  readonly state: DetailState;
}

function Match({ photo, rowCategory, bar, of, answer, state }: MatchProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const queryName = useSubjectName(of);
  const query = answer.query.analysis;
  const rowIndex = categories.findIndex((category) => category.name === rowCategory);
  const [chosen, setChosen] = useState<number | null>(
    rowIndex >= 0 ? rowIndex : mostShared(query.probabilities, photo.probabilities, categories),
  );
  const match = state.phase === 'ready' ? state.detail.analysis : null;
  const { id, width, height } = photo;
  return (
    <>
      <div className={`${stageStyles.stage} ${matchView.stage}`}>
        {bar}
        <div className={matchView.pair}>
          <MatchSide
            which="query"
            name={queryName}
            of={of}
            width={answer.query.width}
            height={answer.query.height}
            analysis={query}
            probabilities={query.probabilities}
            chosen={chosen}
          />
          <MatchSide
            which="match"
            name={photo.name}
            of={{ kind: 'photo', id }}
            width={width}
            height={height}
            analysis={match}
            probabilities={photo.probabilities}
            chosen={chosen}
          />
        </div>
      </div>
      <MatchPanel
        photo={photo}
        rowCategory={rowIndex >= 0 ? rowIndex : null}
        answer={answer}
        match={match}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  );
}
