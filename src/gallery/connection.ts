import { openDB } from 'idb';
import { MIGRATIONS } from './migrations.ts';
import { DATABASE_NAME, type GalleryDatabase } from './schema.ts';

/** What a person should be told about the connection to the database. */
export type ConnectionNews =
  /** Another tab holds an older version open: it must be closed or reloaded before this one can start. */
  | { readonly kind: 'blocked' }
  /** A newer version of the app opened in another tab; this connection gave way and reads nothing until a reload. */
  | { readonly kind: 'givenWay' }
  /** What was stored has been deleted while this page was open; this connection reads nothing until a reload. */
  | { readonly kind: 'gone' };

/** The database was made by a newer version of the app than this page. */
export class StoredVersionMismatch extends Error {
  override readonly name = 'StoredVersionMismatch';
}

/** What was stored has been deleted: the browser's data for this site was cleared, or another page deleted it. */
export class StorageGone extends Error {
  override readonly name = 'StorageGone';
}

/** The browser lets this page store nothing. */
export class StorageForbidden extends Error {
  override readonly name = 'StorageForbidden';
}

/** For a person. */
export const GONE =
  'What Facet had stored in this browser was deleted while the page was open: the site data was cleared, or another page deleted it. ' +
  'Your photo files themselves were not touched. Reload the page and add them again.';

const FORBIDDEN =
  'This browser does not let Facet store anything. Allow cookies and site data for this address in the browser’s settings, or leave ' +
  'private browsing, and reload the page.';

/** How often a database is looked for whose connection the browser has closed, and the pause between. */
const LOOKS = 10;
const LOOK_EVERY_MS = 300;

/**
 * The one door to IndexedDB. Browsers close connections without telling the page (WebKit does so in background tabs), so no
 * caller keeps the handle: each piece of work asks for it, and a lost one is opened again.
 */
export class Connection {
  readonly #name: string;
  readonly #onNews: (news: ConnectionNews) => void;
  #handle: Promise<GalleryDatabase> | null = null;
  /** Why no handle is opened any more. */
  #ended: Error | null = null;
  #openedBefore = false;

  constructor(onNews: (news: ConnectionNews) => void = () => {}, name: string = DATABASE_NAME) {
    this.#name = name;
    this.#onNews = onNews;
  }

  /**
   * Runs `work` on an open database; once more on a new handle if the old one turns out to be closed.
   * @throws StoredVersionMismatch when the database is of a newer version than this code; StorageForbidden; StorageGone.
   */
  async run<T>(work: (database: GalleryDatabase) => Promise<T>): Promise<T> {
    const database = await this.#open();
    try {
      return await work(database);
    } catch (error) {
      if (!isClosedHandle(error) || this.#ended !== null) throw this.#ended ?? error;
      this.#forget();
      return work(await this.#open());
    }
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#forget();
    (await handle)?.close();
  }

  #forget(): void {
    this.#handle = null;
  }

  #open(): Promise<GalleryDatabase> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#handle ??= this.#openNew().catch((error: unknown) => {
      this.#forget();
      throw error;
    });
    return this.#handle;
  }

  /** While everything is being deleted a browser may refuse to open anything: whether it is gone can be seen a moment later. */
  async #openAfterEnd(looks: number): Promise<void> {
    try {
      await this.#open();
    } catch {
      if (looks === 1 || this.#ended !== null) return; // The next piece of work is told.
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      await this.#openAfterEnd(looks - 1);
    }
  }

  async #openNew(): Promise<GalleryDatabase> {
    let handle: GalleryDatabase | null = null;
    let empty = false;
    const end = (kind: 'givenWay' | 'gone', error: Error): void => {
      this.#ended = error;
      handle?.close();
      this.#forget();
      this.#onNews({ kind });
    };
    try {
      handle = await openDB(this.#name, MIGRATIONS.length, {
        upgrade: async (database, from, _to, transaction) => {
          empty = from === 0;
          for (const step of MIGRATIONS.slice(from)) await step(database, transaction);
        },
        blocked: () => this.#onNews({ kind: 'blocked' }),
        blocking: (_current, wanted) =>
          wanted === null
            ? end('gone', new StorageGone(GONE))
            : end(
                'givenWay',
                new StoredVersionMismatch(
                  'A newer version of Facet is open in another tab. Reload this page to use it.',
                ),
              ),
        terminated: () => {
          this.#forget();
          // Either the browser closed an idle connection, or everything was deleted: opening it again tells which.
          void this.#openAfterEnd(LOOKS);
        },
      });
    } catch (error) {
      throw openingError(error);
    }
    if (empty && this.#openedBefore) {
      const gone = new StorageGone(GONE);
      end('gone', gone);
      throw gone;
    }
    this.#openedBefore = true;
    return handle;
  }
}

/** Why a database could not be opened, in a sentence for a person where there is one. */
function openingError(error: unknown): unknown {
  if (typeof indexedDB === 'undefined' || indexedDB === null) return new StorageForbidden(FORBIDDEN, { cause: error });
  if (!(error instanceof DOMException)) return error;
  switch (error.name) {
    case 'VersionError':
      return new StoredVersionMismatch(
        'The stored gallery was made by a newer version of Facet than this page. Reload the page.',
      );
    // WebKit; Firefox.
    case 'SecurityError':
    case 'InvalidStateError':
      return new StorageForbidden(FORBIDDEN, { cause: error });
    // Chromium has several meanings for this one, and tells them apart by the message alone.
    case 'UnknownError':
      return error.message.includes('denied permission') ? new StorageForbidden(FORBIDDEN, { cause: error }) : error;
    default:
      return error;
  }
}

/** What a transaction on a handle throws that the browser has closed: InvalidStateError, or AbortError in mid-transaction. */
function isClosedHandle(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  return error.name === 'InvalidStateError' || (error.name === 'AbortError' && /connection|clos/i.test(error.message));
}
