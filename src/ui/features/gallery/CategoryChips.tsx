import { useMemo } from 'react';
import { Icon } from '../../shared/controls/Icon.tsx';
import { categoryHue } from '../../shared/model/category.ts';
import { counted } from '../../shared/model/format.ts';
import {
  type CategoryFilter,
  type ChipState,
  categoryCounts,
  chipState,
  NO_FILTER,
  nextFilter,
} from '../../shared/model/photoList.ts';
import { useSnapshot } from '../../shared/state/facet.tsx';
import styles from './gallery.module.css';

interface CategoryChipsProps {
  readonly filter: CategoryFilter;
  readonly onChange: (filter: CategoryFilter) => void;
}

/** A chip for each category that some photo holds: once for 'with', twice for 'without', a third time for neither. */
export function CategoryChips({ filter, onChange }: CategoryChipsProps) {
  const { photos, categories, indexing } = useSnapshot();
  const counts = useMemo(() => categoryCounts(photos, categories), [photos, categories]);
  const chips = categories
    .map((category, index) => ({
      name: category.name,
      index,
      count: counts[index] ?? 0,
      state: chipState(filter, category.name),
    }))
    .filter((chip) => chip.count > 0 || chip.state !== 'off')
    // While counts grow the chips keep their places: nobody likes a button that moves away from the hand.
    .sort((a, b) => (indexing === null ? b.count - a.count : 0) || a.index - b.index);
  if (chips.length === 0) return null;
  const active = chips.some((chip) => chip.state !== 'off');

  return (
    <div className={styles.chips} role="group" aria-label="Filter by category">
      {chips.map(({ name, index, count, state }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          data-hue
          data-state={state}
          style={{ '--hue': categoryHue(index) }}
          aria-label={`${name}, ${counted(count, 'photo')}`}
          aria-pressed={PRESSED[state]}
          title={HINT[state]}
          aria-description={HINT[state]}
          onClick={() => onChange(nextFilter(filter, name))}
        >
          <span className={styles.chipMark}>
            {state === 'include' && <Icon name="check" size={10} />}
            {state === 'exclude' && <Icon name="minus" size={10} />}
          </span>
          <span className={styles.chipName}>{name}</span> <span className={styles.chipCount}>{count}</span>
        </button>
      ))}
      {active && (
        <button type="button" className={styles.clear} onClick={() => onChange(NO_FILTER)}>
          Clear
        </button>
      )}
    </div>
  );
}

const PRESSED = { off: false, include: true, exclude: 'mixed' } as const satisfies Record<ChipState, boolean | 'mixed'>;

const HINT = {
  off: 'Show only photos with it',
  include: 'Only photos with it. Again for photos without it',
  exclude: 'Only photos without it. Again for all photos',
} as const satisfies Record<ChipState, string>;
