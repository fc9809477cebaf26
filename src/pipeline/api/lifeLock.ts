/**
 * A worker that runs out of memory or is ended by the browser says nothing: no error event comes and every call waits for ever. A lock that
 * the worker holds for as long as it lives tells: the browser gives it to whoever waits for it at the moment the worker is gone.
 */

/** In the worker, first of all. @param name of the worker, unique @param locks of its realm */
export function holdLife(name: string, locks: Pick<LockManager, 'request'> = navigator.locks): Promise<void> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, () => {
        resolve();
        return new Promise(() => {});
      })
      .catch(reject);
  });
}

/**
 * Resolves once the worker is gone.
 * @param held resolves when the worker holds its life; what it rejects with is left to those who call the worker
 */
export async function lifeEnded(
  name: string,
  held: Promise<void>,
  locks: Pick<LockManager, 'request'> = navigator.locks,
): Promise<void> {
  try {
    await held;
    await locks.request(name, () => {});
  } catch {
    await new Promise(() => {});
  }
}

/**
 * Resolves when a worker that has begun to work does not hold its life within the limit. Firefox 153 leaves a worker standing now and then
 * that starts others: its next lines never run, and neither a lock nor a database comes to it any more.
 * @param begun resolves with the worker's first message
 * @param held resolves when the worker holds its life
 */
export async function stuckAtStart(begun: Promise<void>, held: Promise<void>, limitMs: number): Promise<void> {
  await begun;
  let stuck = true;
  // What it rejects with is left to those who call the worker.
  const known = held
    .catch(() => {})
    .then(() => {
      stuck = false;
    });
  await Promise.race([known, new Promise((resolve) => setTimeout(resolve, limitMs))]);
  if (!stuck) await new Promise(() => {});
}
