import { type FormEvent, useState } from 'react';
import type { TaughtSummary } from '../../../pipeline/api/teachingVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import styles from './settings.module.css';

/** What is said after something was done, and what undoes it. */
export interface TaughtDone {
  readonly text: string;
  readonly undo: number | null;
}

interface TaughtCategoryProps {
  readonly taught: TaughtSummary;
  readonly onTeach: () => void;
  /** What was done with it, or why not, to be said beside the list: a notice would lie behind the settings. */
  readonly onDone: (done: TaughtDone) => void;
}

/** One category that a person taught. */
export function TaughtCategory({ taught, onTeach, onDone }: TaughtCategoryProps) {
  const { pipeline } = useFacet();
  const [renamed, setRenamed] = useState<string | null>(null);
  const { key, name, examples, counterExamples, inUse } = taught;
  const learnedFrom =
    examples.length + counterExamples.length === 0
      ? say.teach.fromFile
      : say.teach.learnedFrom(examples.length, counterExamples.length);
  const failed = (what: string) => (error: unknown) => onDone({ text: `${what}. ${sentenceOf(error)}`, undo: null });
  const forget = () => {
    pipeline
      .forgetTaught(key)
      .then(({ undo }) => onDone({ text: say.teach.forgotten(name), undo }), failed(say.teach.notForgotten));
  };
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (renamed === null) return;
    pipeline.renameTaught(key, renamed).then(({ undo }) => {
      setRenamed(null);
      onDone({ text: say.teach.renamed(renamed.trim()), undo });
    }, failed(say.teach.notRenamed));
  };
  return (
    <li className={styles.taughtOne}>
      {renamed === null ? (
        <>
          <p>
            <b>{name}</b> {learnedFrom}
            {!inUse && <span> {say.teach.otherNetwork}</span>}
          </p>
          <Button label={say.teach.more(name)} icon="add" look="quiet" shape="icon" onClick={onTeach} />
          <Button
            label={say.teach.rename(name)}
            icon="pencil"
            look="quiet"
            shape="icon"
            onClick={() => setRenamed(name)}
          />
          <Button label={say.teach.forget(name)} icon="trash" look="danger" shape="icon" onClick={forget} />
        </>
      ) : (
        <form className={styles.rename} onSubmit={rename}>
          <input
            className={styles.field}
            aria-label={say.teach.newName(name)}
            value={renamed}
            maxLength={40}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed
            autoFocus
            onChange={(event) => setRenamed(event.currentTarget.value)}
          />
          <Button label={say.teach.keepName} type="submit" disabled={renamed.trim() === ''} />
          <Button label={say.common.cancel} look="quiet" onClick={() => setRenamed(null)} />
        </form>
      )}
    </li>
  );
}
