import { useCallback, useLayoutEffect, useRef } from 'react';
import type { OwnQuality, QualityAnswer } from '../../../pipeline/api/qualityVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';
import { spokenName } from '../../shared/model/spokenName.ts';
import { Thumbnail } from '../../shared/photos/Thumbnail.tsx';
import { FramedPicture } from './FramedPicture.tsx';
import styles from './quality.module.css';

interface OwnQuestionProps {
  readonly own: OwnQuality;
  /** Resolves once it is kept, or told that it is not. */
  readonly onAnswer: (place: number, answer: QualityAnswer | null) => Promise<void>;
}

const KEYS: Readonly<Record<string, QualityAnswer>> = { y: 'yes', n: 'no', s: 'skip' };

/** The first question without an answer, with its photo and the box that it is about. */
export function OwnQuestion({ own, onAnswer }: OwnQuestionProps) {
  const { questions } = own;
  const place = questions.findIndex(({ answer }) => answer === null);
  const at = place < 0 ? questions.length : place;
  const question = questions[at];
  // Until the next question is in sight, whatever is pressed would be meant for that one.
  const sent = useRef(false);
  const answerOnce = useCallback(
    (to: number, answer: QualityAnswer | null) => {
      if (sent.current) return;
      sent.current = true;
      void onAnswer(to, answer).catch(() => {
        sent.current = false;
      });
    },
    [onAnswer],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies(own): it is the answer that arrived
  useLayoutEffect(() => {
    sent.current = false;
  }, [own]);
  // With the question itself, so that no key is taken for the one before.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const inField = target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
      if (inField || ctrlKey || metaKey || altKey) return;
      const answer = KEYS[key.toLowerCase()];
      if (answer !== undefined && at < questions.length) answerOnce(at, answer);
      else if (key === 'Backspace' && at > 0) answerOnce(at - 1, null);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [at, questions.length, answerOnce]);
  const back = (
    <Button
      label={say.quality.back}
      look="quiet"
      icon="back"
      disabled={at === 0}
      onClick={() => answerOnce(at - 1, null)}
    />
  );
  if (question === undefined)
    return (
      <div className={styles.row}>
        <p role="status">{say.quality.done}</p>
        {back}
      </div>
    );
  const { id, category, box } = question;
  return (
    <div className={styles.question}>
      <FramedPicture box={box}>
        <Thumbnail key={id} id={id} alt={say.common.photo} className={styles.picture} />
      </FramedPicture>
      <div className={styles.answers}>
        <p className={styles.small}>{say.quality.of(at + 1, questions.length)}</p>
        <p className={styles.asked} role="status">
          {say.quality.question(say.category(spokenName(category)))}
        </p>
        <div className={styles.row}>
          <Button label={say.quality.yes} icon="check" onClick={() => answerOnce(at, 'yes')} />
          <Button label={say.quality.no} icon="close" onClick={() => answerOnce(at, 'no')} />
          <Button label={say.quality.skip} look="quiet" onClick={() => answerOnce(at, 'skip')} />
          {back}
        </div>
        <p className={styles.small}>{say.quality.keys}</p>
      </div>
    </div>
  );
}
