import type { TrainingProgress } from '../../../pipeline/api/trainedHeads.ts';
import { say } from '../../shared/language/say.ts';
import styles from './quality.module.css';
import { stageName } from './stageName.ts';

/** How far a training is: what it does in words, and how much of that is done. */
export function TrainProgress({ progress }: { readonly progress: TrainingProgress | null }) {
  const [done, all, words] = stateOf(progress);
  return (
    <div className={styles.row}>
      <progress className={styles.progress} aria-label={say.training.progress} max={all} value={done} />
      <span className={styles.small}>{words}</span>
    </div>
  );
}

function stateOf(progress: TrainingProgress | null): [done: number, all: number, words: string] {
  if (progress === null || progress.phase === 'reading') return [0, 1, say.training.reading];
  const { phase, looked, unreadable, photos, losses } = progress;
  if (phase === 'looking') return [looked + unreadable, photos, say.training.looking(looked, photos)];
  if (phase === 'checking') return [1, 1, say.training.checking];
  const last = losses.at(-1);
  if (last === undefined) return [0, 1, say.training.starting];
  return [last.epoch, last.epochs, say.training.stage(stageName(last.stage), last.epoch, last.epochs)];
}
