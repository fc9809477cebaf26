import type { Region } from '../../../pipeline/api/pipeline.ts';
import styles from './PickedBoxes.module.css';

/** The objects that a search is put together from, with their numbers. */
export function PickedBoxes({ picked }: { readonly picked: readonly { readonly region: Region }[] }) {
  return picked.map(({ region: { x0, y0, x1, y1 } }, at) => (
    <span
      key={`${x0} ${y0} ${x1} ${y1}`}
      className={styles.picked}
      style={{ left: `${x0 * 100}%`, top: `${y0 * 100}%`, width: `${(x1 - x0) * 100}%`, height: `${(y1 - y0) * 100}%` }}
      aria-hidden="true"
    >
      <span className={styles.number}>{at + 1}</span>
    </span>
  ));
}
