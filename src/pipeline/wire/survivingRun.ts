import type { PhotoFile } from '../api/photoFile.ts';
import type { IndexingProgress } from '../api/pipeline.ts';

/** The background worker died; `again` says whether there is a new one in its place. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
  readonly again: boolean;

  constructor(again: boolean) {
    super(
      again
        ? 'The background worker stopped and was started again.'
        : 'The background worker stops again and again in this browser. Reload the page, or close other tabs first.',
    );
    this.again = again;
  }
}

/** A run as the page sees it. */
export interface Run {
  add(photos: readonly PhotoFile[]): Promise<IndexingProgress>;
  /** Out of the run and into quarantine. @param reason for a person */
  setAside(photo: PhotoFile, reason: string): Promise<void>;
  /** What was last told of it. */
  last(): Pick<IndexingProgress, 'current' | 'done'> | null;
}

/** The worker died twice with one photo in hand: it goes aside, and the others go on. */
const MOST_DEATHS = 2;
const REASON =
  'The background worker stopped in the middle of it, twice: it may need more memory than this device has to spare.';

/**
 * Adds photos although the worker may die: what it had stored stays and is found again by its content, the photo in hand is tried once
 * more, and then put aside.
 * @throws WorkerDied when there is no new worker, or when it dies twice and no photo is in hand; whatever `add` throws.
 */
export async function addThrough(run: Run, photos: readonly PhotoFile[]): Promise<IndexingProgress> {
  const deaths = new Map<string | null, number>();
  let left = photos;
  let [doneBefore, aside] = [0, 0];
  for (;;) {
    try {
      const progress = await run.add(left);
      return {
        ...progress,
        done: progress.done + doneBefore,
        already: Math.max(0, progress.already - doneBefore),
        failed: progress.failed + aside,
      };
    } catch (error) {
      if (!(error instanceof WorkerDied && error.again)) throw error;
      const { current, done } = run.last() ?? { current: null, done: 0 };
      doneBefore += done;
      const times = (deaths.get(current) ?? 0) + 1;
      deaths.set(current, times);
      if (times < MOST_DEATHS) continue;
      const inHand = left.filter(({ path }) => path === current);
      if (inHand.length === 0) throw error;
      left = left.filter(({ path }) => path !== current);
      aside += inHand.length;
      for (const photo of inHand) await run.setAside(photo, REASON);
    }
  }
}
