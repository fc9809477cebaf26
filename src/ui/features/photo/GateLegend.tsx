import styles from './Bars.module.css';

/** What the tick on every bar means. */
export function GateLegend() {
  return <p className={styles.gateLegend}>The category&rsquo;s gate: a bar that reaches it counts as found.</p>;
}
