import { gateInWords } from '../../shared/model/category.ts';
import styles from './Bars.module.css';

/** A probability as a bar, with a tick at the category's gate. */
export function BarTrack({ probability, gate }: { readonly probability: number; readonly gate: number }) {
  return (
    <span className={styles.track} title={gateInWords(probability, gate)}>
      <span className={styles.fill} style={{ '--fill': `${probability * 100}%` }} />
      <span className={styles.gate} style={{ '--gate': `${gate * 100}%` }} />
    </span>
  );
}
