import type { PhotoDetail, PhotoSummary, SearchAnswer } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { categoryPiece, semanticCode } from '../../shared/model/codeBits.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { searchRoute } from '../../shared/state/route.ts';
import { CodeStrip } from './CodeStrip.tsx';
import { MatchBars } from './MatchBars.tsx';
import styles from './photo.module.css';

interface MatchPanelProps {
  readonly photo: PhotoSummary;
  /** Index of the row that the hit was opened from; null for the overall list. */
  readonly rowCategory: number | null;
  readonly answer: SearchAnswer;
  /** The match's analysis; null until it is read. */
  readonly match: PhotoDetail['analysis'] | null;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** The figures of a match: bits that agree, bars of both photos, both codes. */
export function MatchPanel({ photo, rowCategory, answer, match, chosen, onChoose }: MatchPanelProps) {
  const { router } = useFacet();
  const { categories } = useSnapshot();
  const query = answer.query.analysis;
  const name = rowCategory === null ? null : (categories[rowCategory]?.name ?? null);
  const row = answer.rows.find((one) => one.category === name);
  const hit = (row?.hits ?? answer.similar).find((one) => one.id === photo.id);
  const bits = row?.bits ?? answer.semanticBits;
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
            {row === undefined ? 'Similar overall' : `By its ${row.category} code`}: {bits - hit.distance} of {bits}{' '}
            bits agree.
          </p>
        )}
        <div className={styles.actions}>
          <Button
            label="More like this"
            icon="similar"
            look="primary"
            onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))}
          />
          <Button
            label="Open photo"
            icon="object"
            onClick={() => router.open({ kind: 'photo', id: photo.id }, 'replace')}
          />
        </div>
      </header>
      <section className={styles.section} aria-label="What both hold">
        <h3>
          What both hold <span>query above, match below</span>
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
    </div>
  );
}
