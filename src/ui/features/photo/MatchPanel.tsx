import type { PhotoDetail, PhotoSummary, SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { categoryPiece, semanticCode } from '../../shared/model/codeBits.ts';
import { searchRoute } from '../../shared/route/route.ts';
import { CodeStrip } from './CodeStrip.tsx';
import { MatchBars } from './MatchBars.tsx';
import styles from './Panel.module.css';

interface MatchPanelProps {
  readonly photo: PhotoSummary;
  /** Index of the row that the hit was opened from; null for the overall list. */
  readonly rowCategory: number | null;
  readonly answer: SearchAnswer;
  /** The match's analysis; null until it has been read. */
  readonly match: PhotoDetail['analysis'] | null;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** The figures behind a match: the bits that agree, the bars of both photos, both codes. */
export function MatchPanel({ photo, rowCategory, answer, match, chosen, onChoose }: MatchPanelProps) {
  const { router } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const query = answer.query.analysis;
  const name = rowCategory === null ? null : (categories[rowCategory]?.name ?? null);
  const row = answer.rows.find((one) => one.category === name);
  const hit = (row?.hits ?? answer.similar).find((one) => one.id === photo.id);
  const bits = row?.bits ?? answer.semanticBits;
  const looksAlone = row === undefined && answer.similarBy === 'looks';
  const compared = row?.bits ?? answer.similarBits;
  const looksOf = (analysis: PhotoDetail['analysis']) =>
    row === undefined || rowCategory === null
      ? analysis.appearance
      : categoryPiece(analysis.regionAppearance, rowCategory, categories.length);
  const codeOf = (analysis: PhotoDetail['analysis']) =>
    row === undefined || rowCategory === null
      ? semanticCode(analysis.semanticCodes, bits)
      : categoryPiece(analysis.categoryCodes, rowCategory, categories.length);

  return (
    <div className={styles.panel}>
      <header>
        <h2 className={styles.title}>Why it matched</h2>
        {hit !== undefined && (
          <p className={styles.facts}>
            {hit.likeness === 'samePicture' && 'The same picture, perhaps edited. '}
            {row !== undefined ? `By the ${row.category} code` : looksAlone ? 'By looks alone' : 'Similar overall'}:{' '}
            {compared - hit.distance} of {compared} bits agree.
          </p>
        )}
        <div className={styles.actions}>
          <Button
            label="More like this"
            icon="similar"
            look="primary"
            onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))}
          />
          <Button label="Open photo" icon="object" onClick={() => router.open({ kind: 'photo', id: photo.id })} />
        </div>
      </header>
      <section className={styles.section} aria-label="What both contain">
        <h3>
          What both contain <span>query above, match below</span>
        </h3>
        <MatchBars
          categories={categories}
          query={query.probabilities}
          match={photo.probabilities}
          chosen={chosen}
          onChoose={onChoose}
        />
      </section>
      {match !== null && (
        <section className={styles.section} aria-label="The codes">
          <h3>
            {row === undefined ? 'Their codes' : `Their ${row.category} codes`} <span>{bits} bits</span>
          </h3>
          <CodeStrip query={codeOf(query)} match={codeOf(match)} bits={bits} />
        </section>
      )}
      {match !== null && looksOf(match).length > 0 && (
        <section className={styles.section} aria-label="What both look like">
          <h3>
            {name === null ? 'What both look like' : `What each ${name} looks like`}{' '}
            <span>{looksOf(match).length * 32} bits</span>
          </h3>
          <CodeStrip query={looksOf(query)} match={looksOf(match)} bits={looksOf(match).length * 32} />
        </section>
      )}
    </div>
  );
}
