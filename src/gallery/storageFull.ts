/** The disk, or the browser's share of it, is full. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

interface Transaction {
  abort(): void;
  readonly done: Promise<void>;
}

/**
 * Waits for every write of a transaction, or undoes them all. A write that throws at once, because its value cannot be stored, would
 * not abort the others by itself.
 * @param path names the photo to a person
 * @throws StorageFull when there is no room; whatever else made a write fail. Nothing is stored then.
 */
export async function allOrNothing(
  transaction: Transaction,
  path: string,
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
    await transaction.done.catch(() => {});
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw full
      ? new StorageFull(`There is no room left in this browser's storage for ${path}. Photos stored so far are kept.`)
      : error;
  }
}
