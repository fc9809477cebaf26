import { Button } from '../../shared/controls/Button.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import styles from './Centre.module.css';

/** Instead of every view when the pipeline could not be opened; `message` says what happened. */
export function Failed({
  title = 'Facet could not start',
  message,
}: {
  readonly title?: string;
  readonly message: string;
}) {
  return (
    <div className={styles.centre} role="alert">
      <h1>{title}</h1>
      <p>{sentenceOf(new Error(message))}</p>
      <Button label="Try again" icon="retry" look="primary" onClick={() => window.location.reload()} />
    </div>
  );
}
