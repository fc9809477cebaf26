import { say } from '../../shared/language/say.ts';
import answerBar from './AnswerBar.module.css';

/** Says among which photos an answer was found, where the query was seen by a network that is no longer in use. */
export function EarlierNote({ photos }: { readonly photos: number | null }) {
  if (photos === null) return null;
  return (
    <p className={answerBar.earlier} role="status">
      {say.search.earlier(photos)}
    </p>
  );
}
