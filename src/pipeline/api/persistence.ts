/**
 * The browser's promise to keep what this origin stores. WebKitGTK has no StorageManager, nor has any browser in an insecure
 * context, and some reject in a private window: then there is no promise, which is an answer and not an error.
 */

function storageManager(): StorageManager | undefined {
  const { storage }: { readonly storage?: StorageManager } = navigator;
  return storage;
}

export async function isPersisted(): Promise<boolean> {
  try {
    return (await storageManager()?.persisted()) ?? false;
  } catch {
    return false;
  }
}

/** Asks for the promise; the browser may put the question to a person. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await storageManager()?.persist()) ?? false;
  } catch {
    return false;
  }
}

/** Bytes that this origin stores, as the browser counts them; null where it does not say. */
export async function storedBytes(): Promise<number | null> {
  try {
    return (await storageManager()?.estimate())?.usage ?? null;
  } catch {
    return null;
  }
}
