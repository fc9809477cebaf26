import { type ReactNode, useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { type Category, holds } from '../../shared/model/category.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { percent } from '../../shared/model/format.ts';
import { BarName } from './BarName.tsx';
import styles from './Bars.module.css';
import { BarTrack } from './BarTrack.tsx';
import { GateLegend } from './GateLegend.tsx';
import { LessSure } from './LessSure.tsx';

interface CategoryBarsProps {
  readonly categories: readonly Category[];
  /** // (C,) */
  readonly probabilities: Float32Array;
  /** How many are shown at first; every category that the photo contains is shown in any case. */
  readonly atLeast: number;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
  /** Searches by the object that the category was found in. */
  readonly onSearch: (index: number) => void;
  /** Shown below the chosen bar. */
  readonly under?: (index: number) => ReactNode;
}

/** The probability of each category, surest first, with its gate. A bar is a button that shows the winning box. */
export function CategoryBars({
  categories,
  probabilities,
  atLeast,
  chosen,
  onChoose,
  onSearch,
  under,
}: CategoryBarsProps) {
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
    <div className={styles.bars} role="group" aria-label={say.photo.categories}>
      {shown.map((index) => {
        const name = categories[index]?.name ?? '';
        const probability = probabilities[index] ?? 0;
        const gate = categories[index]?.gate ?? 1;
        const found = holds(probabilities, categories, index);
        return (
          <div key={index} data-hue style={categoryColour(index)}>
            <div className={styles.barRow}>
              <button
                type="button"
                className={`${styles.barButton} ${found ? styles.barHeld : ''}`}
                aria-pressed={index === chosen}
                aria-label={say.photo.bar(name, percent(probability), percent(gate))}
                onClick={() => onChoose(index === chosen ? null : index)}
              >
                <BarName name={name} found={found} /> <BarTrack probability={probability} gate={gate} />
                <span className={styles.barValue}>{percent(probability)}</span>
              </button>
              {found && (
                <Button
                  label={say.common.searchByThis(name)}
                  icon="search"
                  look="quiet"
                  shape="icon"
                  onClick={() => onSearch(index)}
                />
              )}
            </div>
            {index === chosen && categories[index]?.basis === 'detected' && <LessSure />}
            {index === chosen && under?.(index)}
          </div>
        );
      })}
      <GateLegend />
      {shown.length < order.length || all ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say.photo.showFewer : say.photo.showAll(order.length)}
        </button>
      ) : null}
    </div>
  );
}
