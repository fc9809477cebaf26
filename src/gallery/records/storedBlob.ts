/** A Blob as the database holds it: its bytes where the browser stores no Blob, see `blobStorage.ts`. */
export type StoredBlob = Blob | ArrayBuffer;

export function blobOf(stored: StoredBlob): Blob {
  return stored instanceof Blob ? stored : new Blob([stored]);
}
