/** The disk, or the browser's share of it, is full. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

interface Transaction {
  abort(): void;
  readonly done: Promise<void>;
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * Waits for every write of a transaction, or undoes them all. A write that throws at once, because its value cannot be stored, would
 * not abort the others by itself.
 * @param what is to be stored, in words for a person: "the photo a.jpg"
 * @throws StorageFull when there is no room; whatever else made a write fail. Nothing is stored then.
 */
export async function allOrNothing(
  transaction: Transaction,
  what: string,
  writes: () => readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...writes(), transaction.done]);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has aborted already.
    }
    // A write that was waiting says only that it was aborted; the transaction knows why.
    const cause = await transaction.done.then(
      () => error,
      (reason: unknown) => reason,
    );
    throw isQuota(error) || isQuota(cause)
      ? new StorageFull(
          `There is no room left in this browser's storage for ${what}. Everything stored so far is kept.`,
          {
            cause: error,
          },
        )
      : error;
  }
}
