import { RAMP_GRADIENT } from '../../shared/model/colourRamp.ts';
import styles from './SuperpixelOverlay.module.css';

/** What the colours over the photo mean. `farthest`: the distance at the ramp's far end. */
export function DistanceLegend({ farthest }: { readonly farthest: number }) {
  return (
    <div className={styles.legend} role="group" aria-label="Geodesic distance from the seed">
      <span className={styles.legendTitle}>Geodesic distance</span>
      <span className={styles.legendRamp} style={{ background: RAMP_GRADIENT }} />
      <span>0, the seed</span>
      <span>{farthest.toFixed(2)}</span>
    </div>
  );
}
