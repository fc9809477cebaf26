import { type ReactNode, useState } from 'react';
import type { PhotoSummary, SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import controls from '../../shared/controls/controls.module.css';
import { mostShared } from '../../shared/model/hitList.ts';
import { useFacet, useRoute, useSnapshot, useStore } from '../../shared/state/facet.tsx';
import type { SearchSubject } from '../../shared/state/route.ts';
import { useSubjectName } from '../search/useSubjectName.ts';
import { MatchPanel } from './MatchPanel.tsx';
import { MatchSide } from './MatchSide.tsx';
import styles from './photo.module.css';
import { type DetailState, usePhotoDetail } from './usePhotoDetail.ts';

interface MatchViewProps {
  readonly photo: PhotoSummary;
  /** The row that the hit was opened from; null for the overall list. */
  readonly rowCategory: string | null;
  readonly bar: ReactNode;
}

/** Why a photo matched: both photos side by side, the box that won on each, both sets of bars, and the bits that differ. */
export function MatchView(props: MatchViewProps) {
  const { session } = useFacet();
  const { base } = useRoute();
  const search = useStore(session.state);
  const state = usePhotoDetail(props.photo.id);
  if (search.phase !== 'answered' || base.view !== 'search') {
    return (
      <div className={styles.stage}>
        {props.bar}
        <div className={styles.canvas} role="status">
          {search.phase === 'failed' ? search.message : <span className={controls.spinner} />}
        </div>
      </div>
    );
  }
  return <Match {...props} of={base.of} answer={search.answer} state={state} />;
}

interface MatchProps extends MatchViewProps {
  readonly of: SearchSubject;
  readonly answer: SearchAnswer;
  readonly state: DetailState;
}

function Match({ photo, rowCategory, bar, of, answer, state }: MatchProps) {
  const { categories } = useSnapshot();
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
      <div className={styles.stage}>
        {bar}
        <div className={styles.pair}>
          <MatchSide
            role="Query"
            name={queryName}
            of={of}
            width={answer.query.width}
            height={answer.query.height}
            analysis={query}
            probabilities={query.probabilities}
            chosen={chosen}
          />
          <MatchSide
            role="Match"
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
