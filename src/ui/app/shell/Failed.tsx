import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import styles from './Centre.module.css';

interface FailedProps {
  readonly title?: string;
  readonly message: string;
  /** It had started, and what was stored has been deleted since. */
  readonly gone?: boolean;
}

/** Instead of every view when the pipeline could not be opened or lost its storage; `message` says what happened. */
export function Failed({ title = say.app.notStarted, message, gone = false }: FailedProps) {
  return (
    <div className={styles.centre} role="alert">
      <h1>{gone ? say.app.galleryGone : title}</h1>
      <p>{sentenceOf(new Error(message))}</p>
      <Button
        label={gone ? say.app.reload : say.common.tryAgain}
        icon="retry"
        look="primary"
        onClick={() => window.location.reload()}
      />
    </div>
  );
}
