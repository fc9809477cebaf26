import { type ReactNode, useState } from 'react';
import { type Category, categoryHue, holds } from '../../shared/model/category.ts';
import { percent } from '../../shared/model/format.ts';
import { BarName } from './BarName.tsx';
import { BarTrack } from './BarTrack.tsx';
import { GateLegend } from './GateLegend.tsx';
import styles from './photo.module.css';

interface CategoryBarsProps {
  readonly categories: readonly Category[];
  /** // (C,) */
  readonly probabilities: Float32Array;
  /** How many are shown at first; all that are held come on top of it. */
  readonly atLeast: number;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
  /** Shown under the chosen bar. */
  readonly under?: (index: number) => ReactNode;
}

/** Probability of each category, the surest first, with the gate marked. A bar is a button: it shows the box that won. */
export function CategoryBars({ categories, probabilities, atLeast, chosen, onChoose, under }: CategoryBarsProps) {
  const [all, setAll] = useState(false);
  const order = categories.map((_, index) => index).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  const held = order.filter((index) => holds(probabilities, categories, index)).length;
  const shown = all
    ? order
    : order.filter(
        (index, place) =>
          place < atLeast || place < held || index === chosen || holds(probabilities, categories, index),
      );
  return (
    <div className={styles.bars} role="group" aria-label="Categories">
      {shown.map((index) => {
        const name = categories[index]?.name ?? '';
        const probability = probabilities[index] ?? 0;
        const gate = categories[index]?.gate ?? 1;
        const found = holds(probabilities, categories, index);
        return (
          <div key={index} data-hue style={{ '--hue': categoryHue(index) }}>
            <button
              type="button"
              className={`${styles.barButton} ${found ? styles.barHeld : ''}`}
              aria-pressed={index === chosen}
              aria-label={`${name} ${percent(probability)}, gate ${percent(gate)}`}
              onClick={() => onChoose(index === chosen ? null : index)}
            >
              <BarName name={name} found={found} /> <BarTrack probability={probability} gate={gate} />
              <span className={styles.barValue}>{percent(probability)}</span>
            </button>
            {index === chosen && under?.(index)}
          </div>
        );
      })}
      <GateLegend />
      {shown.length < order.length || all ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${order.length} categories`}
        </button>
      ) : null}
    </div>
  );
}
