import type { Gallery } from '../../gallery/gallery.ts';
import { NEVER } from '../api/errors.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import type { TrainingVerbs as Verbs } from '../api/trainingVerbs.ts';
import type { OwnHeads } from '../library/ownHeads.ts';
import type { TrainerParts } from './trainer.ts';

export type TrainingVerbs = VerbsOf<Verbs>;

export interface TrainingVerbsParts extends Omit<TrainerParts, 'record' | 'keep'> {
  readonly gallery: Gallery;
  readonly own: OwnHeads;
  /** The heads that are kept are others. */
  ownChanged(): Promise<void>;
  readonly locks?: Pick<LockManager, 'request'>;
}

const LOCK = 'facet-training';

export interface TrainingHere {
  readonly verbs: TrainingVerbs;
  /** Pauses what runs; resolves once it has stopped. */
  stop(): Promise<void>;
  /** Tells the page of a training that was paused, by the end of an earlier page say. */
  tellPaused(): Promise<void>;
}

/** A training in this tab, as the page asks for it. What it takes is loaded when it is first asked for. */
export function trainingHere(parts: TrainingVerbsParts): TrainingHere {
  const { gallery, own, ownChanged, tell, locks = navigator.locks } = parts;
  let running: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;

  const loaded = async () => {
    const [{ pausedTraining, Trainer }, { isSeen, TrainingRecord }] = await Promise.all([
      import('./trainer.ts'),
      import('./trainingRecord.ts'),
    ]);
    return { Trainer, isSeen, pausedTraining, record: new TrainingRecord(gallery.training) };
  };
  const tellPaused = async (): Promise<void> => {
    if ((await gallery.training.names()).length === 0) return tell(null);
    const { pausedTraining, record } = await loaded();
    tell(await pausedTraining(record));
  };
  const alone = async (work: (signal: AbortSignal) => Promise<string>, outer: AbortSignal): Promise<string> => {
    const stop = new AbortController();
    const pause = (): void => stop.abort(outer.reason);
    outer.addEventListener('abort', pause, { once: true });
    if (outer.aborted) pause();
    const ended = locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) throw new Error('A training runs already, here or in another tab. Pause it there first.');
      try {
        return await work(stop.signal);
      } finally {
        await tellPaused();
      }
    });
    running = { stop, ended };
    try {
      return await ended;
    } finally {
      outer.removeEventListener('abort', pause);
      if (running.ended === ended) running = null;
    }
  };
  const keep: TrainerParts['keep'] = async (row) => {
    await own.keep(row);
    await ownChanged();
  };

  const stop = async (): Promise<void> => {
    running?.stop.abort();
    await running?.ended.catch(() => {});
  };
  const verbs: TrainingVerbs = {
    trainHeads: (files, options) =>
      alone(async (signal) => {
        const { Trainer, record } = await loaded();
        return new Trainer({ ...parts, record, keep }, '', signal).begin(files);
      }, options?.signal ?? NEVER),
    resumeTraining: (options) =>
      alone(async (signal) => {
        const { Trainer, isSeen, record } = await loaded();
        const plan = await record.plan();
        if (plan === null || !isSeen(plan))
          throw new Error('What this training had reached is no longer in this browser. Begin it again.');
        return new Trainer({ ...parts, record, keep }, plan.folder, signal).resume(plan);
      }, options?.signal ?? NEVER),
    async discardTraining() {
      await gallery.training.clear();
      tell(null);
    },
    exportHeads: (key) => own.file(key),
    async forgetHeads(key) {
      await own.forget(key);
      await ownChanged();
    },
  };
  return { verbs, stop, tellPaused };
}
