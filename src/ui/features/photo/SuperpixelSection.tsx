import { Switch } from '../../shared/controls/Switch.tsx';
import { counted } from '../../shared/model/format.ts';
import styles from './photo.module.css';
import type { SuperpixelState } from './useSuperpixels.ts';

interface SuperpixelSectionProps {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly state: SuperpixelState;
}

/** The switch for what the proposals are made of, and what is to be seen then. */
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
          {counted(state.map.count, 'superpixel')}. Point at one, tap it, or move the seed with the arrow keys: the
          colours show how far the others lie from it, counted in boundaries to cross. Proposals are rims of equal
          distance.
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
