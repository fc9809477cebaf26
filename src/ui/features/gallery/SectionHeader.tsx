import { Icon } from '../../shared/controls/Icon.tsx';
import { say } from '../../shared/language/say.ts';
import type { PhotoSection } from '../../shared/model/photoSections.ts';
import styles from './PhotoGrid.module.css';
import { sectionTitle } from './sectionTitle.ts';

interface SectionHeaderProps {
  readonly section: PhotoSection;
  readonly row: number;
  readonly offset: number;
  readonly onSelect: () => void;
}

/** The month or year of the rows below it, and a way to select all of its photos. */
export function SectionHeader({ section, row, offset, onSelect }: SectionHeaderProps) {
  const title = sectionTitle(section);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus belongs to the buttons in the cells (APG, grid pattern)
    <div role="row" aria-rowindex={row + 1} className={styles.header} style={{ transform: `translateY(${offset}px)` }}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="rowheader" className={styles.headerCell}>
        <h2 className={styles.headerTitle}>{title}</h2>
        <button
          type="button"
          tabIndex={-1}
          className={styles.headerSelect}
          aria-label={say.common.select(title)}
          title={say.gallery.selectAll}
          onClick={onSelect}
        >
          <Icon name="check" size={14} />
        </button>
      </div>
    </div>
  );
}
