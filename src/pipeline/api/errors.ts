/** The file is not a photo that this browser can read; the message is the reason, written for a person. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto';
}

/** The caller's signal stopped the work. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The gallery knows the photo but holds no picture of it; the message says how to get one, for a person. */
export class PictureGone extends Error {
  override readonly name = 'PictureGone';
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The signal of work that nobody can stop. */
export const NEVER: AbortSignal = new AbortController().signal;

/** An aborted signal's error, which is a Cancelled whatever reason the caller gave. */
export function cancelledBy(signal: AbortSignal): Cancelled {
  const reason: unknown = signal.reason;
  return reason instanceof Cancelled ? reason : new Cancelled('The call was cancelled.', { cause: reason });
}

/** @throws Cancelled once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelledBy(signal);
}

/**
 * Waits for work that goes on by itself for as long as the signal allows.
 * @throws Cancelled once the signal is aborted; what the work throws.
 */
export async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let cancel = (): void => {};
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(cancelledBy(signal));
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([cancelled, work]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Errors cross between threads with their name and message but without their class: the same error with its class again. */
export function revivedError(thrown: unknown): Error {
  const error = asError(thrown);
  switch (error.name) {
    case 'UnreadablePhoto':
      return new UnreadablePhoto(error.message, { cause: error });
    case 'PictureGone':
      return new PictureGone(error.message, { cause: error });
    case 'Cancelled':
      return new Cancelled(error.message, { cause: error });
    // A signal that was aborted without a reason of ours.
    case 'AbortError':
      return new Cancelled('The call was cancelled.', { cause: error });
    default:
      return error;
  }
}
