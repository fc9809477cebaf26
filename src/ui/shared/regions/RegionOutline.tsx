import type { Region } from '../../../pipeline/api/pipeline.ts';
import styles from './regions.module.css';

/** One region over a picture that fills its parent; the rest of the picture is dimmed. */
export function RegionOutline({ region: { x0, y0, x1, y1 } }: { readonly region: Region }) {
  return (
    <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.dim} fillRule="evenodd" d={`M0 0H1V1H0ZM${x0} ${y0}V${y1}H${x1}V${y0}Z`} />
      <rect className={styles.winner} x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
    </svg>
  );
}
