import { Button } from '../../shared/controls/Button.tsx';
import styles from './Centre.module.css';

/** Instead of every view when the pipeline could not be opened; `message` says what happened. */
export function Failed({ message }: { readonly message: string }) {
  return (
    <div className={styles.centre} role="alert">
      <h1>Facet could not start</h1>
      <p>{message}</p>
      <Button label="Try again" icon="retry" look="primary" onClick={() => window.location.reload()} />
    </div>
  );
}
