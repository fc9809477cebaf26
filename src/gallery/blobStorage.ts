import type { Connection } from './connection.ts';
import type { StoredBlob } from './records/storedBlob.ts';
import type { GalleryDatabase, SegmentRow, StoredSegmentRow } from './schema.ts';

/** The form in which a database holds large pieces: `bytes` where the browser stores no Blob, as WebKit in a private window. */
export type BlobForm = 'blobs' | 'bytes';

/** How this browser's database holds Blobs. What one form wrote, the other reads: see `blobOf`. */
export class BlobStorage {
  readonly #connection: Connection;
  #form: Promise<BlobForm> | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Found out once, by trying. @throws whatever opening the database throws */
  form(): Promise<BlobForm> {
    this.#form ??= this.#connection.run(formOf).catch((error: unknown) => {
      this.#form = null;
      throw error;
    });
    return this.#form;
  }

  /** The Blob as it can be put into the database; to be awaited before a transaction begins. */
  async stored(blob: Blob): Promise<StoredBlob> {
    return (await this.form()) === 'blobs' ? blob : blob.arrayBuffer();
  }

  /** As `stored`, of all pieces of a segment. */
  async storedSegment(row: SegmentRow): Promise<StoredSegmentRow> {
    const [columns, analyses, thumbnails] = await Promise.all([
      this.stored(row.columns),
      row.analyses && this.stored(row.analyses),
      row.thumbnails && this.stored(row.thumbnails),
    ]);
    return { ...row, columns, analyses, thumbnails };
  }
}

/** Puts a segment of one byte, and takes it back before it is there. */
async function formOf(database: GalleryDatabase): Promise<BlobForm> {
  const transaction = database.transaction('segments', 'readwrite');
  const ended = transaction.done.catch(() => {});
  const trial = { version: '', photos: 0, factsEnd: 1, columns: new Blob([Uint8Array.of(1)]) };
  const outcome = await put(() => transaction.store.put({ ...trial, analyses: null, thumbnails: null }));
  try {
    transaction.abort();
  } catch {
    // The failed write has aborted it.
  }
  await ended;
  if (outcome === null) return 'blobs';
  if (!(outcome instanceof DOMException)) throw outcome;
  switch (outcome.name) {
    // WebKit now, and before 2014.
    case 'UnknownError':
    case 'DataCloneError':
      return 'bytes';
    // Said again, in words, by the write that this was for.
    case 'QuotaExceededError':
      return 'blobs';
    default:
      throw outcome;
  }
}

/** @returns why it failed, at once or later; null where it did not */
async function put(write: () => Promise<unknown>): Promise<unknown> {
  try {
    await write();
    return null;
  } catch (error) {
    return error;
  }
}
