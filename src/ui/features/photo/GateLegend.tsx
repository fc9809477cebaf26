import { say } from '../../shared/language/say.ts';
import styles from './Bars.module.css';

/** What the tick on every bar means. */
export function GateLegend() {
  return <p className={styles.gateLegend}>{say.photo.gateLegend}</p>;
}
