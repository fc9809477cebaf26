import { say } from '../../shared/language/say.ts';
import { type Category, holds } from '../../shared/model/category.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { percent } from '../../shared/model/format.ts';
import { BarName } from './BarName.tsx';
import styles from './Bars.module.css';
import { BarTrack } from './BarTrack.tsx';
import { GateLegend } from './GateLegend.tsx';

/** At least this many, however little the photos share. */
const SHOWN_AT_LEAST = 4;
const SHOWN_AT_MOST = 9;

interface MatchBarsProps {
  readonly categories: readonly Category[];
  /** // (C,) */
  readonly query: Float32Array;
  /** // (C,) */
  readonly match: Float32Array;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** Two bars for each category, the query's above the match's; what both are surest of comes first. */
export function MatchBars({ categories, query, match, chosen, onChoose }: MatchBarsProps) {
  const shared = (index: number) => Math.min(query[index] ?? 0, match[index] ?? 0);
  const order = categories.map((_, index) => index).sort((a, b) => shared(b) - shared(a));
  const shown = order
    .filter(
      (index, place) => place < SHOWN_AT_LEAST || holds(query, categories, index) || holds(match, categories, index),
    )
    .slice(0, SHOWN_AT_MOST);
  return (
    <div className={styles.bars} role="group" aria-label={say.match.bothCategories}>
      {shown.map((index) => {
        const name = categories[index]?.name ?? '';
        const gate = categories[index]?.gate ?? 1;
        const both = holds(query, categories, index) && holds(match, categories, index);
        const inQuery = query[index] ?? 0;
        const inMatch = match[index] ?? 0;
        return (
          <button
            key={index}
            type="button"
            className={`${styles.barButton} ${both ? styles.barHeld : ''}`}
            data-hue
            style={categoryColour(index)}
            aria-pressed={index === chosen}
            aria-label={`${say.category(name)} ${percent(inQuery)}, ${percent(inMatch)}`}
            aria-description={say.match.inBoth}
            onClick={() => onChoose(index === chosen ? null : index)}
          >
            <BarName name={name} found={both} />{' '}
            <span className={styles.pairTracks}>
              <BarTrack probability={inQuery} gate={gate} />
              <BarTrack probability={inMatch} gate={gate} />
            </span>
            <span className={styles.pairValue}>
              <span>{percent(inQuery)}</span> <span>{percent(inMatch)}</span>
            </span>
          </button>
        );
      })}
      <GateLegend />
    </div>
  );
}
