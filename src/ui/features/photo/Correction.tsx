import { useEffect, useState } from 'react';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import correction from './Correction.module.css';
import panel from './Panel.module.css';

type Verdict = 'present' | 'absent' | null;

interface CorrectionProps {
  readonly id: PhotoId;
  readonly category: number;
  readonly name: string;
  /** Whether the photo counts as holding the category now. */
  readonly held: boolean;
}

/** "Not a carrot", "There is a carrot", and a way to undo it. */
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
      (error: unknown) => notices.failed(say.photo.correctionsUnread, error),
    );
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, id, known]);

  const correct = (next: Verdict) => {
    pipeline.correctLabel(id, known, next).then(
      () => setVerdict(next),
      (error: unknown) => notices.failed(say.photo.notCorrected, error),
    );
  };

  const next: Verdict = verdict !== null ? null : held ? 'absent' : 'present';
  const label = verdict !== null ? say.common.undo : held ? say.photo.not(name) : say.photo.thereIs(name);
  return (
    <div className={correction.correct}>
      {verdict !== null && (
        <span className={panel.note}>
          {verdict === 'absent' ? say.photo.saidNot(name) : say.photo.saidThereIs(name)}
        </span>
      )}
      {/* One button for all states, so that it keeps the focus when what it says changes. */}
      <Button label={label} onClick={() => correct(next)} />
    </div>
  );
}
