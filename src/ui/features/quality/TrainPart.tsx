import { useState } from 'react';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot, useStore } from '../../shared/facet/useSnapshot.ts';
import { useFilePicker } from '../../shared/files/useFilePicker.ts';
import { say } from '../../shared/language/say.ts';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { KeptHeadsList } from './KeptHeadsList.tsx';
import { LossCurves } from './LossCurves.tsx';
import styles from './quality.module.css';
import { TrainProgress } from './TrainProgress.tsx';

/** Heads trained on a labelled folder: begun, paused, gone on with, and what was kept of it. */
export function TrainPart() {
  const { pipeline, training, notices } = useFacet();
  const state = useStore(training.state);
  const progress = useSnapshot((snapshot) => snapshot.training);
  const [leaving, setLeaving] = useState(false);
  const pick = useFilePicker('folder', training.begin);
  const running = state.phase === 'running';
  const discard = () => {
    pipeline.discardTraining().catch((error: unknown) => notices.failed(say.training.notDone, error));
  };
  return (
    <section className={styles.part} aria-labelledby="quality-train">
      <h2 id="quality-train">{say.training.title}</h2>
      <p className={styles.text}>{say.training.help}</p>
      {!running && progress !== null && (
        <p className={styles.small} role="status">
          {progress.phase === 'unseen' ? say.training.unseen(progress.folder) : say.training.paused(progress.folder)}
        </p>
      )}
      <div className={styles.row}>
        {running && <Button label={say.training.pause} onClick={training.pause} />}
        {!running && progress?.phase === 'paused' && (
          <Button label={say.training.goOn} look="primary" onClick={() => void training.resume()} />
        )}
        {!running && progress?.phase !== 'paused' && (
          <Button
            label={progress === null ? say.training.choose : say.training.chooseAgain}
            icon="folder"
            look="primary"
            onClick={pick}
          />
        )}
        {!running && progress !== null && (
          <Button label={say.training.discard} look="danger" onClick={() => setLeaving(true)} />
        )}
      </div>
      {running && <TrainProgress progress={progress} />}
      {state.phase === 'failed' && (
        <p role="alert" className={styles.failed}>
          {say.training.failed}. {sentenceOf(state.error)}
        </p>
      )}
      {progress !== null && progress.losses.length > 0 && <LossCurves losses={progress.losses} />}
      <KeptHeadsList opened={state.phase === 'done' ? state.key : null} />
      {leaving && (
        <ConfirmDialog
          title={say.training.discard}
          text={say.training.discardText}
          confirm={say.training.discard}
          onConfirm={discard}
          onClose={() => setLeaving(false)}
        />
      )}
    </section>
  );
}
