import { Button } from '../../shared/controls/Button.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import styles from './Centre.module.css';

interface FailedProps {
  readonly title?: string;
  readonly message: string;
  /** It had started, and what was stored has been deleted since. */
  readonly gone?: boolean;
}

/** Instead of every view when the pipeline could not be opened or lost its storage; `message` says what happened. */
export function Failed({ title = 'Facet could not start', message, gone = false }: FailedProps) {
  return (
    <div className={styles.centre} role="alert">
      <h1>{gone ? 'The stored gallery is gone' : title}</h1>
      <p>{sentenceOf(new Error(message))}</p>
      <Button
        label={gone ? 'Reload' : 'Try again'}
        icon="retry"
        look="primary"
        onClick={() => window.location.reload()}
      />
    </div>
  );
}
