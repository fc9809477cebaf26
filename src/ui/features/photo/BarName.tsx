import { Icon } from '../../shared/controls/Icon.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './Bars.module.css';

/** A category, by its id, before its bar, with a mark where it counts as found. */
export function BarName({ name, found }: { readonly name: string; readonly found: boolean }) {
  return (
    <span className={styles.barName}>
      <span className={styles.barMark}>{found && <Icon name="check" size={14} />}</span>
      <span className={styles.barText}>{say.category(name)}</span>
    </span>
  );
}
