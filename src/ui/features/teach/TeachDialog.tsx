import { type FormEvent, useEffect, useId, useState } from 'react';
import type { TaughtSummary } from '../../../pipeline/api/teachingVerbs.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { Dialog } from '../../shared/controls/Dialog.tsx';
import field from '../../shared/controls/Field.module.css';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useStore } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import type { TeachAsked } from '../../shared/state/teaching.ts';
import { Question } from './Question.tsx';
import { SaidPhotos } from './SaidPhotos.tsx';
import styles from './Teach.module.css';
import { useTeaching } from './useTeaching.ts';
import { WouldFind } from './WouldFind.tsx';

/** Longer names fit into no chip. */
const LONGEST_NAME = 40;

/** Teaches Facet a category: a name, examples, questions, and what it would find. Nothing is kept before "Done". */
export function TeachDialog() {
  const { teaching, pipeline, notices } = useFacet();
  const asked = useStore(teaching.asked);
  const [known, setKnown] = useState<{ readonly of: TeachAsked; readonly taught: TaughtSummary | null } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    if (asked.key === null) {
      setKnown({ of: asked, taught: null });
      return;
    }
    let wanted = true;
    pipeline.taught().then(
      (all) => {
        if (wanted) setKnown({ of: asked, taught: all.find(({ key }) => key === asked.key) ?? null });
      },
      (error: unknown) => notices.failed(say.teach.failed, error),
    );
    return () => {
      wanted = false;
    };
  }, [asked, pipeline, notices]);
  if (asked === null || known?.of !== asked) return null;
  return <Lesson asked={asked} taught={known.taught} onClose={teaching.end} />;
}

interface LessonProps {
  readonly asked: TeachAsked;
  readonly taught: TaughtSummary | null;
  readonly onClose: () => void;
}

function Lesson({ asked, taught, onClose }: LessonProps) {
  const { pipeline, notices } = useFacet();
  const [name, setName] = useState(taught?.name ?? '');
  const [keeping, setKeeping] = useState(false);
  // A notice would lie behind the dialog.
  const [failure, setFailure] = useState<string | null>(null);
  const key = taught?.key ?? null;
  const teaching = useTeaching(key, {
    yes: [...new Set([...(taught?.examples ?? []), ...asked.ids])],
    no: taught?.counterExamples.filter((id) => !asked.ids.includes(id)) ?? [],
  });
  const fieldId = useId();
  const hintId = useId();
  const ready = name.trim() !== '' && teaching.preview.phase !== 'failed' && !keeping;

  const keep = async () => {
    setKeeping(true);
    setFailure(null);
    const { undo } = await pipeline.teach(name, { key, yes: teaching.yes, no: teaching.no });
    onClose();
    notices.info(key === null ? say.teach.learned(name.trim()) : say.teach.learnedMore(name.trim()), {
      label: say.common.undo,
      run: () => {
        pipeline.undoTeaching(undo).catch((error: unknown) => notices.failed(say.teach.notUndone, error));
      },
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    keep().catch((error: unknown) => {
      setKeeping(false);
      setFailure(sentenceOf(error));
    });
  };

  return (
    <Dialog title={key === null ? say.teach.newTitle : say.teach.moreTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit}>
        <div className={styles.part}>
          <label htmlFor={fieldId}>{say.teach.name}</label>
          <input
            id={fieldId}
            className={field.field}
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            aria-describedby={hintId}
            data-first-focus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <p id={hintId} className={styles.note}>
            {say.teach.nameHint}
          </p>
        </div>
        <SaidPhotos
          title={say.teach.examples}
          ids={teaching.yes}
          empty={say.teach.noExamples}
          onTakeOut={teaching.takeOut}
        />
        <Question {...teaching} />
        <WouldFind teaching={teaching} name={name.trim()} />
        <SaidPhotos title={say.teach.counterExamples} ids={teaching.no} onTakeOut={teaching.takeOut} />
        {failure !== null && (
          <p role="alert" className={styles.failed}>
            {say.teach.failed}. {failure}
          </p>
        )}
        <div className={styles.actions}>
          <Button label={say.common.cancel} onClick={onClose} />
          <Button label={say.teach.done} look="primary" type="submit" disabled={!ready} />
        </div>
      </form>
    </Dialog>
  );
}
