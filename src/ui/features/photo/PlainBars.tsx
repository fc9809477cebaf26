import { say } from '../../shared/language/say.ts';
import { type Category, holds } from '../../shared/model/category.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { percent } from '../../shared/model/format.ts';
import { BarName } from './BarName.tsx';
import styles from './Bars.module.css';

interface PlainBarsProps {
  readonly categories: readonly Category[];
  /** // (C,) */
  readonly probabilities: Float32Array;
  readonly count: number;
}

/** The surest categories of one proposal, only to be read. */
export function PlainBars({ categories, probabilities, count }: PlainBarsProps) {
  const order = categories
    .map((_, index) => index)
    .sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0))
    .slice(0, count);
  return (
    <ul className={styles.bars} aria-label={say.object.categories}>
      {order.map((index) => {
        const probability = probabilities[index] ?? 0;
        const found = holds(probabilities, categories, index);
        return (
          <li
            key={index}
            className={`${styles.barButton} ${found ? styles.barHeld : ''}`}
            data-hue
            style={categoryColour(index)}
          >
            <BarName name={categories[index]?.name ?? ''} found={found} />
            <span className={styles.track}>
              <span className={styles.fill} style={{ '--fill': `${probability * 100}%` }} />
            </span>
            <span className={styles.barValue}>{percent(probability)}</span>
          </li>
        );
      })}
    </ul>
  );
}
