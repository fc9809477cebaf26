import { useState, type ReactNode } from 'react';
import type { PhotoSummary, SearchAnswer } from '../../pipeline/pipeline.ts';
import { Button } from '../controls/Button.tsx';
import controls from '../controls/controls.module.css';
import { categoryHue } from '../model/category.ts';
import { categoryPiece } from '../model/codeBits.ts';
import { percent } from '../model/format.ts';
import { mostShared } from '../model/hitList.ts';
import { proposalRegion } from '../model/proposals.ts';
import { SubjectPicture } from '../search/SubjectPicture.tsx';
import { useSubjectName } from '../search/useSubjectName.ts';
import { useFacet, useRoute, useSnapshot, useStore } from '../state/facet.tsx';
import { searchRoute, type Base } from '../state/route.ts';
import { Thumbnail } from '../thumbnails/Thumbnail.tsx';
import { CodeStrip } from './CodeStrip.tsx';
import { FocusBox } from './FocusBox.tsx';
import { MatchBars } from './MatchBars.tsx';
import { PhotoFrame } from './PhotoFrame.tsx';
import styles from './photo.module.css';
import { usePhotoDetail, type DetailState } from './usePhotoDetail.ts';

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
  return <Match {...props} base={base} answer={search.answer} state={state} />;
}

interface MatchProps extends MatchViewProps {
  readonly base: Extract<Base, { view: 'search' }>;
  readonly answer: SearchAnswer;
  readonly state: DetailState;
}

function Match({ photo, rowCategory, bar, base, answer, state }: MatchProps) {
  const { router } = useFacet();
  const { categories } = useSnapshot();
  const queryName = useSubjectName(base.of);
  const query = answer.query.analysis;
  const rowIndex = categories.findIndex((category) => category.name === rowCategory);
  const [chosen, setChosen] = useState<number | null>(rowIndex >= 0 ? rowIndex : mostShared(query.probabilities, photo.probabilities, categories));
  const detail = state.phase === 'ready' ? state.detail.analysis : null;
  const name = chosen === null ? '' : (categories[chosen]?.name ?? '');
  const hue = chosen === null ? null : categoryHue(chosen);
  const row = answer.rows.find((one) => one.category === rowIndex);
  const hit = (row?.hits ?? answer.similar).find((one) => one.id === photo.id);
  const bits = row?.bits ?? answer.semanticBits;

  return (
    <>
      <div className={styles.stage}>
        {bar}
        <div className={styles.pair}>
          <figure className={styles.side}>
            <PhotoFrame width={answer.query.width} height={answer.query.height} picture={<SubjectPicture of={base.of} alt={queryName} className={styles.picture} />}>
              {chosen !== null && <FocusBox region={proposalRegion(query.boxes, query.winners[chosen] ?? 0)} hue={hue} text={`${name} ${percent(query.probabilities[chosen] ?? 0)}`} />}
              <figcaption className={styles.caption}>
                <b>Query</b> {queryName}
              </figcaption>
            </PhotoFrame>
          </figure>
          <figure className={styles.side}>
            <PhotoFrame width={photo.width} height={photo.height} picture={<Thumbnail id={photo.id} alt={photo.name} className={styles.picture} />}>
              {chosen !== null && detail !== null && (
                <FocusBox region={proposalRegion(detail.boxes, detail.winners[chosen] ?? 0)} hue={hue} text={`${name} ${percent(photo.probabilities[chosen] ?? 0)}`} />
              )}
              <figcaption className={styles.caption}>
                <b>Match</b> {photo.name}
              </figcaption>
            </PhotoFrame>
          </figure>
        </div>
      </div>
      <div className={styles.panel}>
        <header>
          <h2 className={styles.title}>Why it matched</h2>
          {hit !== undefined && (
            <p className={styles.facts}>
              {row === undefined ? 'Similar overall' : `By its ${rowCategory} code`}: {bits - hit.distance} of {bits} bits agree.
            </p>
          )}
          <div className={styles.actions}>
            <Button label="More like this" icon="similar" look="primary" onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))} />
            <Button label="Open photo" icon="object" onClick={() => router.open({ kind: 'photo', id: photo.id }, 'replace')} />
          </div>
        </header>
        <section className={styles.section} aria-label="What both hold">
          <h3>
            What both hold <span>query above, match below</span>
          </h3>
          <MatchBars categories={categories} query={query.probabilities} match={photo.probabilities} chosen={chosen} onChoose={setChosen} />
        </section>
        {detail !== null && (
          <section className={styles.section} aria-label="The codes">
            <h3>
              {row === undefined ? 'Their codes' : `Their ${rowCategory} codes`} <span>{bits} bits</span>
            </h3>
            {row === undefined ? (
              <CodeStrip query={semanticCode(query, bits)} match={semanticCode(detail, bits)} bits={bits} />
            ) : (
              <CodeStrip query={categoryPiece(query.categoryCodes, rowIndex, categories.length)} match={categoryPiece(detail.categoryCodes, rowIndex, categories.length)} bits={bits} />
            )}
          </section>
        )}
      </div>
    </>
  );
}

type Analysis = SearchAnswer['query']['analysis'];

/** The semantic code of a length that the answer names. */
function semanticCode(analysis: Analysis, bits: number): Uint32Array {
  const found = Object.entries(analysis.semanticCodes).find(([length]) => Number(length) === bits);
  if (found === undefined) throw new Error(`semanticCode: got ${bits} bits, wanted one of ${Object.keys(analysis.semanticCodes).join(', ')}`);
  return found[1];
}
