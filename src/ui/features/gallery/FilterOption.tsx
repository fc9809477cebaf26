import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from '../../shared/controls/Icon.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './FilterMenu.module.css';

interface FilterOptionProps {
  readonly text: string;
  readonly icon?: IconName;
  readonly count?: number;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  /** Options under this one; false where there are none. */
  readonly inner?: ReactNode;
  readonly openAtFirst?: boolean;
}

/** A filter to be switched on and off, and opened where there are finer ones in it. */
export function FilterOption({ text, icon, count, on, onToggle, inner, openAtFirst = false }: FilterOptionProps) {
  const [open, setOpen] = useState(openAtFirst);
  const nested = inner !== undefined && inner !== false;
  return (
    <li>
      <div className={styles.line}>
        {nested ? (
          <button
            type="button"
            className={styles.opener}
            aria-expanded={open}
            aria-label={say.gallery.inside(text)}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron" size={14} />
          </button>
        ) : (
          <span className={styles.opener}>{icon !== undefined && <Icon name={icon} size={16} />}</span>
        )}
        <button type="button" className={styles.option} aria-pressed={on} onClick={() => onToggle(!on)}>
          <span className={styles.text}>{text}</span>
          {count !== undefined && <span className={styles.count}>{say.number(count)}</span>}
        </button>
      </div>
      {nested && open && <ul className={styles.inner}>{inner}</ul>}
    </li>
  );
}
