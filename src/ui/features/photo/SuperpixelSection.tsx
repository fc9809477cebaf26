import { Switch } from '../../shared/controls/Switch.tsx';
import { counted } from '../../shared/model/format.ts';
import styles from './Panel.module.css';
import type { SuperpixelState } from './useSuperpixels.ts';

interface SuperpixelSectionProps {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly state: SuperpixelState;
}

/** The switch that shows what proposals are made of, and an explanation of what is seen. */
export function SuperpixelSection({ shown, onShow, state }: SuperpixelSectionProps) {
  return (
    <section className={styles.section} aria-label="Superpixels">
      <Switch label="Show superpixels" checked={shown} onChange={onShow} />
      {state.phase === 'finding' && (
        <p className={styles.note} role="status">
          Finding superpixels…
        </p>
      )}
      {state.phase === 'ready' && (
        <p className={styles.note}>
          {counted(state.map.count, 'superpixel')}. Point at one, tap it, or move the seed with the arrow keys. The
          colours show how far the others are from it, measured by the edges in between. Proposals are drawn around
          regions at equal distance.
        </p>
      )}
      {state.phase === 'failed' && (
        <p className={styles.note} role="alert">
          {state.message}
        </p>
      )}
    </section>
  );
}
