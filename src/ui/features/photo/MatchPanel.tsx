import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { categoryPiece, semanticCode } from '../../shared/model/codeBits.ts';
import { hitAt } from '../../shared/model/hitList.ts';
import { searchRoute } from '../../shared/route/route.ts';
import { CodeStrip } from './CodeStrip.tsx';
import { MatchBars } from './MatchBars.tsx';
import styles from './Panel.module.css';

interface MatchPanelProps {
  readonly photo: NumberedSummary;
  /** Index of the row that the hit was opened from; null for the overall list. */
  readonly rowCategory: number | null;
  readonly answer: LikeAnswer;
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
  const hits = row?.hits ?? answer.similar;
  const at = hits.numbers.indexOf(photo.number);
  const hit = at < 0 ? null : hitAt(hits, at);
  const bits = row?.bits ?? answer.similarBits;
  const looksAlone = row === undefined && answer.similarBy === 'looks';
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
        <h2 className={styles.title}>{say.match.why}</h2>
        {hit !== null && (
          <p className={styles.facts}>
            {hit.likeness === 'samePicture' && say.match.samePicture}
            {row !== undefined ? say.match.byCode(row.category) : looksAlone ? say.match.byLooks : say.match.similar}
            {say.match.agree(bits - hit.distance, bits)}
          </p>
        )}
        <div className={styles.actions}>
          <Button
            label={say.common.moreLikeThis}
            icon="similar"
            look="primary"
            onClick={() => router.go(searchRoute({ kind: 'photo', id: photo.id }))}
          />
          <Button
            label={say.common.openPhoto}
            icon="object"
            onClick={() => router.open({ kind: 'photo', id: photo.id })}
          />
        </div>
      </header>
      <section className={styles.section} aria-label={say.match.both}>
        <h3>
          {say.match.both} <span>{say.match.order}</span>
        </h3>
        <MatchBars
          categories={categories}
          query={query.probabilities}
          match={photo.probabilities}
          chosen={chosen}
          onChoose={onChoose}
        />
      </section>
      {match !== null && !looksAlone && (
        <section className={styles.section} aria-label={say.match.codesLabel}>
          <h3>
            {row === undefined ? say.match.codes : say.match.codesOf(row.category)} <span>{say.match.bits(bits)}</span>
          </h3>
          <CodeStrip query={codeOf(query)} match={codeOf(match)} bits={bits} />
        </section>
      )}
      {match !== null && looksOf(match).length > 0 && (
        <section className={styles.section} aria-label={say.match.looks}>
          <h3>
            {name === null ? say.match.looks : say.match.looksOf(name)}{' '}
            <span>{say.match.bits(looksOf(match).length * 32)}</span>
          </h3>
          <CodeStrip query={looksOf(query)} match={looksOf(match)} bits={looksOf(match).length * 32} />
        </section>
      )}
    </div>
  );
}
