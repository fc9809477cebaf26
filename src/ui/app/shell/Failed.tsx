import { Button } from '../../shared/controls/Button.tsx';
import styles from './shell.module.css';

export function Failed({ message }: { readonly message: string }) {
  return (
    <div className={styles.centre} role="alert">
      <h1>Facet could not start</h1>
      <p>{message}</p>
      <p>Your photos and what was found in them are still stored in this browser.</p>
      <Button label="Try again" icon="retry" look="primary" onClick={() => window.location.reload()} />
    </div>
  );
}
