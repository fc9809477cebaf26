/** Writing is tried again this often while the storage is full: whatever a person deletes elsewhere is noticed by nothing else. */
const TRY_EVERY_MS = 10_000;

/** Tells a run that waits for room in the browser's storage when to try again. */
export class RoomWatch {
  readonly #everyMs: number;
  readonly #waiting = new Set<() => void>();

  constructor(everyMs: number = TRY_EVERY_MS) {
    this.#everyMs = everyMs;
  }

  /** Something was deleted, or a person says that there is room. */
  freed(): void {
    for (const go of [...this.#waiting]) go();
  }

  /** Resolves when it is worth trying again, or when the signal is aborted. */
  again(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', go);
        this.#waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, this.#everyMs);
      signal.addEventListener('abort', go);
      this.#waiting.add(go);
      if (signal.aborted) go();
    });
  }
}

/** Bytes that the browser says it has left for this origin; null where it does not say. */
export async function roomLeft(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}
