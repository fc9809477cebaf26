/** Is told when the work of this realm begins to wait for that of others, and when it goes on. */
export type WaitsListener = (waits: boolean) => void;

let listener: WaitsListener = () => {};

/** Who keeps the time of what this realm does. */
export function tellWaitsTo(keeper: WaitsListener): void {
  listener = keeper;
}

/** Runs the work when the lock is free; until then its time does not count. @throws what the work throws */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
  listener(true);
  return await navigator.locks.request(lock, () => {
    listener(false);
    return work();
  });
}
