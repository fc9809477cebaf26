import { Button } from '../../shared/controls/Button.tsx';
import { counted } from '../../shared/model/format.ts';
import styles from './search.module.css';

interface NoMatchProps {
  readonly what: string;
  /** Distance of the nearest photo, bits; null when there is none at all. */
  readonly nearest: number | null;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** An empty answer stays empty; it says how far the nearest photo is. */
export function NoMatch({ what, nearest, limit, onLimit }: NoMatchProps) {
  return (
    <div className={styles.message} role="status">
      <h2>No match</h2>
      {nearest === null ? (
        <p>There is no other {what} in the gallery to compare with.</p>
      ) : (
        <>
          <p>
            No {what} is within {counted(limit, 'bit')} of this one. The nearest is {counted(nearest, 'bit')} away.
          </p>
          <Button label={`Show up to ${counted(nearest, 'bit')}`} onClick={() => onLimit(nearest)} />
        </>
      )}
    </div>
  );
}
