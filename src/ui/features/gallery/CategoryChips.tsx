import { useMemo } from 'react';
import { Icon } from '../../shared/controls/Icon.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { counted } from '../../shared/model/format.ts';
import {
  type CategoryFilter,
  type ChipState,
  categoryCounts,
  chipState,
  NO_FILTER,
  nextFilter,
} from '../../shared/model/photoList.ts';
import styles from './CategoryChips.module.css';

interface CategoryChipsProps {
  readonly filter: CategoryFilter;
  readonly onChange: (filter: CategoryFilter) => void;
}

/** A chip for each category in the gallery. One press shows photos with it, a second those without, a third all. */
export function CategoryChips({ filter, onChange }: CategoryChipsProps) {
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const idle = useSnapshot((snapshot) => snapshot.indexing === null);
  const counts = useMemo(() => categoryCounts(photos, categories), [photos, categories]);
  const chips = categories
    .map((category, index) => ({
      name: category.name,
      index,
      count: counts[index] ?? 0,
      state: chipState(filter, category.name),
    }))
    .filter((chip) => chip.count > 0 || chip.state !== 'off')
    // While the counts grow the chips keep their places, so that none moves away from under the pointer.
    .sort((a, b) => (idle ? b.count - a.count : 0) || a.index - b.index);
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
          style={categoryColour(index)}
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
  include: 'Showing photos with it. Press again for photos without it',
  exclude: 'Showing photos without it. Press again for all photos',
} as const satisfies Record<ChipState, string>;
