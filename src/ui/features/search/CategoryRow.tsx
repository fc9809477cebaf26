import { useState } from 'react';
import { useFound } from '../../shared/facet/useFound.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { type Ask, narrows } from '../../shared/route/ask.ts';
import { withChip } from '../../shared/route/chipList.ts';
import { CategoryList } from './CategoryList.tsx';
import { OTHER_GROUP } from './categoryGroups.ts';
import styles from './QueryBar.module.css';

interface CategoryRowProps {
  readonly ask: Ask;
  readonly onAdd: (ask: Ask) => void;
}

/** About two lines of a wide page; there may be eighty categories. */
const SHOWN = 16;

/** The most frequent categories in the photos that are shown, to go on with, and a list of all by group. */
export function CategoryRow({ ask, onAdd }: CategoryRowProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const all = useSnapshot((snapshot) => snapshot.gallery.counts);
  const idle = useSnapshot((snapshot) => snapshot.indexing === null);
  const [listed, setListed] = useState(false);
  const asked = narrows(ask);
  const state = useFound(asked ? ask : null);
  // The counts before stay until the next are there, so that nothing jumps.
  const [last, setLast] = useState<ArrayLike<number>>([]);
  const counts: ArrayLike<number> = !asked ? all : state.phase === 'found' ? state.found.counts : last;
  if (counts !== last) setLast(counts);
  const taken = new Set(ask.chips.map(({ category }) => category));
  const offered = categories
    .map(({ name, group = OTHER_GROUP, basis }, index) => ({
      name,
      group,
      index,
      count: counts[index] ?? 0,
      own: basis === 'taught',
    }))
    .filter(({ name, count }) => count > 0 && !taken.has(name))
    // What a person taught comes first. While the counts grow the names keep their places, so that none moves away from under the pointer.
    .sort((a, b) => Number(b.own) - Number(a.own) || (idle ? b.count - a.count : 0) || a.index - b.index);
  if (offered.length === 0) return null;
  const add = (name: string) =>
    onAdd({ ...ask, chips: withChip(ask.chips, { category: name, role: 'all', like: null }) });
  return (
    <div className={styles.row} role="group" aria-label={say.chips.byCategory}>
      {offered.slice(0, SHOWN).map(({ name, index, count }) => (
        <button
          key={name}
          type="button"
          className={styles.offer}
          data-hue
          style={categoryColour(index)}
          aria-label={say.chips.categoryCount(name, count)}
          onClick={() => add(name)}
        >
          <span className={styles.dot} />
          {say.category(name)} <span className={styles.count}>{count}</span>
        </button>
      ))}
      <button type="button" className={styles.action} aria-haspopup="dialog" onClick={() => setListed(true)}>
        {offered.length > SHOWN ? say.chips.more(offered.length - SHOWN) : say.chips.allCategories}
      </button>
      {listed && (
        <CategoryList
          offered={offered}
          onChoose={(name) => {
            setListed(false);
            add(name);
          }}
          onClose={() => setListed(false)}
        />
      )}
    </div>
  );
}
