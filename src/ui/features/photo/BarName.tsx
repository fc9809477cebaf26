import { Icon } from '../../shared/controls/Icon.tsx';
import styles from './Bars.module.css';

/** A category's name before its bar, with a mark where it counts as found. */
export function BarName({ name, found }: { readonly name: string; readonly found: boolean }) {
  return (
    <span className={styles.barName}>
      <span className={styles.barMark}>{found && <Icon name="check" size={14} />}</span>
      <span className={styles.barText}>{name}</span>
    </span>
  );
}
