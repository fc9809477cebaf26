import type { Worker } from 'node:worker_threads';
import type { AnalysisAnswer, AnalysisHello, AnalysisJob } from './analysisService.ts';
import type { PhotoRecord } from './photoRecord.ts';

export type PhotoOutcome = { readonly record: PhotoRecord; readonly cached: boolean } | { readonly unreadable: string };

/** A photo to look at. */
export type AnalysisFile = Omit<AnalysisJob, 'number'>;

export interface AnalysisPool {
  /** What every worker's network says of itself. */
  readonly network: AnalysisHello;
  /**
   * Analyses files, as many at a time as there are workers.
   * @param onDone called after each photo with the number of those done
   * @returns outcomes in the order of the jobs
   * @throws Error when a worker ends before its time.
   */
  analyse(
    files: readonly AnalysisFile[],
    onDone: (outcome: PhotoOutcome, done: number) => void,
  ): Promise<PhotoOutcome[]>;
  close(): Promise<void>;
}

/** Starts the workers and waits until each has its network. */
export async function openAnalysisPool(count: number, startWorker: () => Worker): Promise<AnalysisPool> {
  const workers = Array.from({ length: count }, startWorker);
  const close = async () => void (await Promise.all(workers.map((worker) => worker.terminate())));
  try {
    const hellos = await Promise.all(workers.map((worker) => nextMessage<AnalysisHello>(worker)));
    return { network: hellos[0]!, analyse: (files, onDone) => analyseWith(workers, files, onDone), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function nextMessage<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      end();
    };
    const onMessage = (message: T) => settle(() => resolve(message));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`an analysis worker ended with code ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

async function analyseWith(
  workers: readonly Worker[],
  files: readonly AnalysisFile[],
  onDone: (outcome: PhotoOutcome, done: number) => void,
): Promise<PhotoOutcome[]> {
  const outcomes: PhotoOutcome[] = [];
  let next = 0;
  let done = 0;
  const serve = async (worker: Worker) => {
    while (next < files.length) {
      const number = next++;
      const job: AnalysisJob = { number, ...files[number]! };
      worker.postMessage(job);
      const answer = await nextMessage<AnalysisAnswer>(worker);
      const outcome =
        answer.kind === 'record' ? { record: answer.record, cached: answer.cached } : { unreadable: answer.reason };
      outcomes[number] = outcome;
      onDone(outcome, ++done);
    }
  };
  await Promise.all(workers.map(serve));
  return outcomes;
}
