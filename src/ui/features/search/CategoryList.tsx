import { useId, useState } from 'react';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import styles from './CategoryList.module.css';
import { categoryGroups, type OfferedCategory } from './categoryGroups.ts';

interface CategoryListProps {
  readonly offered: readonly OfferedCategory[];
  readonly onChoose: (name: string) => void;
  readonly onClose: () => void;
}

/** All categories that the shown photos hold, by group, with a field that narrows them down. */
export function CategoryList({ offered, onChoose, onClose }: CategoryListProps) {
  const [words, setWords] = useState('');
  const id = useId();
  const groups = categoryGroups(offered, words);
  const first = groups[0]?.categories[0];
  return (
    <Dialog title={say.chips.inThesePhotos} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '' && first !== undefined) onChoose(first.name);
        }}
      >
        <input
          type="search"
          className={styles.field}
          aria-label={say.chips.findCategory}
          placeholder={say.chips.findCategory}
          value={words}
          data-first-focus
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      {groups.map(({ name, categories }) => (
        <section key={name} className={styles.group} aria-labelledby={`${id}-${name}`}>
          <h3 id={`${id}-${name}`}>{say.group(name)}</h3>
          <ul className={styles.list}>
            {categories.map((category) => (
              <li key={category.name} data-hue style={categoryColour(category.index)}>
                <button
                  type="button"
                  className={styles.category}
                  aria-label={say.chips.categoryCount(category.name, category.count)}
                  onClick={() => onChoose(category.name)}
                >
                  <span className={styles.dot} />
                  <span>{say.category(category.name)}</span>
                  <span className={styles.count}>{say.number(category.count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <p className={styles.none} role="status">
          {say.chips.nothingFits}
        </p>
      )}
    </Dialog>
  );
}
