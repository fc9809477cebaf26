import { vi } from 'vitest';

function holdsBlob(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => part instanceof Blob);
}

/** For tests: until the mocks are restored the database stores no Blob, as WebKit's in a private window. */
export function storeNoBlobs(): void {
  for (const verb of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[verb];
    vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (this: IDBObjectStore, value: unknown, key) {
      if (holdsBlob(value)) throw new DOMException('BlobURLs are not yet supported.', 'DataCloneError');
      return write.call(this, value, key);
    });
  }
}
