import { Button } from '../controls/Button.tsx';
import styles from './shell.module.css';

interface FailedProps {
  readonly title?: string;
  /** A sentence for a person. */
  readonly message: string;
  /** Whether there can be a gallery here: not in a browser that lacks what stores it. */
  readonly stored?: boolean;
}

export function Failed({ title = 'Facet could not start', message, stored = true }: FailedProps) {
  return (
    <div className={styles.centre} role="alert">
      <h1>{title}</h1>
      <p>{message}</p>
      {stored && <p>Your photos and what was found in them are still stored in this browser.</p>}
      <Button label="Try again" icon="retry" look="primary" onClick={() => window.location.reload()} />
    </div>
  );
}
