import { type Category, categoryHue, holds } from '../../shared/model/category.ts';
import { percent } from '../../shared/model/format.ts';
import { BarName } from './BarName.tsx';
import { BarTrack } from './BarTrack.tsx';
import { GateLegend } from './GateLegend.tsx';
import styles from './photo.module.css';

/** At least so many, however little the photos share. */
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

/** Two bars a category: the query's above, the match's below. What both are sure of comes first. */
export function MatchBars({ categories, query, match, chosen, onChoose }: MatchBarsProps) {
  const shared = (index: number) => Math.min(query[index] ?? 0, match[index] ?? 0);
  const order = categories.map((_, index) => index).sort((a, b) => shared(b) - shared(a));
  const shown = order
    .filter(
      (index, place) => place < SHOWN_AT_LEAST || holds(query, categories, index) || holds(match, categories, index),
    )
    .slice(0, SHOWN_AT_MOST);
  return (
    <div className={styles.bars} role="group" aria-label="Categories of both photos">
      {shown.map((index) => {
        const name = categories[index]?.name ?? '';
        const gate = categories[index]?.gate ?? 1;
        const both = holds(query, categories, index) && holds(match, categories, index);
        const values = [query[index] ?? 0, match[index] ?? 0];
        return (
          <button
            key={index}
            type="button"
            className={`${styles.barButton} ${both ? styles.barHeld : ''}`}
            data-hue
            style={{ '--hue': categoryHue(index) }}
            aria-pressed={index === chosen}
            aria-label={`${name} ${values.map(percent).join(', ')}`}
            aria-description="In the query and in the match"
            onClick={() => onChoose(index === chosen ? null : index)}
          >
            <BarName name={name} found={both} />{' '}
            <span className={styles.pairTracks}>
              {values.map((value, which) => (
                <BarTrack key={which} probability={value} gate={gate} />
              ))}
            </span>
            <span className={styles.pairValue}>
              <span>{percent(values[0] ?? 0)}</span> <span>{percent(values[1] ?? 0)}</span>
            </span>
          </button>
        );
      })}
      <GateLegend />
    </div>
  );
}
