import { say } from '../../shared/language/say.ts';
import { RAMP_GRADIENT } from '../../shared/model/colourRamp.ts';
import styles from './SuperpixelOverlay.module.css';

/** What the colours over the photo mean. `farthest`: the distance at the ramp's far end. */
export function DistanceLegend({ farthest }: { readonly farthest: number }) {
  return (
    <div className={styles.legend} role="group" aria-label={say.seeing.distanceFrom}>
      <span className={styles.legendTitle}>{say.seeing.distance}</span>
      <span className={styles.legendRamp} style={{ background: RAMP_GRADIENT }} />
      <span>{say.seeing.zeroSeed}</span>
      <span>{say.decimal(farthest, 2)}</span>
    </div>
  );
}
