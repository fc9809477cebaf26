import { useEffect, useRef, useState } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { withArticle } from '../../shared/model/spokenName.ts';
import { useFacet } from '../../shared/state/facet.tsx';
import styles from './photo.module.css';

type Verdict = 'present' | 'absent' | null;

interface CorrectionProps {
  readonly id: PhotoId;
  readonly category: number;
  readonly name: string;
  /** Whether the photo counts as holding the category now. */
  readonly held: boolean;
}

/** "This is not a carrot", and the way back. */
export function Correction({ id, category, name, held }: CorrectionProps) {
  const { pipeline, notices } = useFacet();
  const [verdict, setVerdict] = useState<Verdict>(null);
  // By the name that the pipeline knows, which is not always the one that people write.
  const known = pipeline.getSnapshot().categories[category]?.name ?? name;
  useEffect(() => {
    let wanted = true;
    pipeline.corrections(id).then(
      (corrections) => {
        if (wanted) setVerdict(corrections.get(known) ?? null);
      },
      (error: unknown) => notices.error('The corrections could not be read', error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, id, known]);

  // The pressed button gives way to its opposite; the focus must not fall out of the dialog with it.
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) box.current?.querySelector('button')?.focus();
    pressed.current = false;
  }, [verdict]);

  const correct = (next: Verdict) => {
    pipeline.correctLabel(id, known, next).then(
      () => {
        pressed.current = true;
        setVerdict(next);
      },
      (error: unknown) => notices.error('The correction was not saved', error),
    );
  };

  return (
    <div ref={box} className={styles.correct}>
      {verdict !== null ? (
        <>
          <span className={styles.note}>
            {verdict === 'absent' ? `You said: not ${withArticle(name)}.` : `You said: there is ${withArticle(name)}.`}
          </span>
          <Button label="Take back" onClick={() => correct(null)} />
        </>
      ) : held ? (
        <Button label={`Not ${withArticle(name)}`} onClick={() => correct('absent')} />
      ) : (
        <Button label={`There is ${withArticle(name)}`} onClick={() => correct('present')} />
      )}
    </div>
  );
}
