import { openDB } from 'idb';
import { MIGRATIONS } from './migrations.ts';
import { DATABASE_NAME, type GalleryDatabase } from './schema.ts';

/** What a person should be told about the connection to the database. */
export type ConnectionNews =
  /** Another tab holds an older version open: it must be closed or reloaded before this one can start. */
  | { readonly kind: 'blocked' }
  /** A newer version of the app opened in another tab; this connection gave way and reads nothing until a reload. */
  | { readonly kind: 'givenWay' };

/** The database was made by a newer version of the app than this page. */
export class StoredVersionMismatch extends Error {
  override readonly name = 'StoredVersionMismatch';
}

/**
 * The one door to IndexedDB. Browsers close connections without telling the page (WebKit does so in background tabs), so no
 * caller keeps the handle: each piece of work asks for it, and a lost one is opened again.
 */
export class Connection {
  readonly #name: string;
  readonly #onNews: (news: ConnectionNews) => void;
  #handle: Promise<GalleryDatabase> | null = null;
  #givenWay = false;

  constructor(onNews: (news: ConnectionNews) => void = () => {}, name: string = DATABASE_NAME) {
    this.#name = name;
    this.#onNews = onNews;
  }

  /**
   * Runs `work` on an open database; once more on a new handle if the old one turns out to be closed.
   * @throws StoredVersionMismatch when the database is of a newer version than this code.
   */
  async run<T>(work: (database: GalleryDatabase) => Promise<T>): Promise<T> {
    const database = await this.#open();
    try {
      return await work(database);
    } catch (error) {
      if (!isClosedHandle(error) || this.#givenWay) throw error;
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
    if (this.#givenWay) {
      return Promise.reject(
        new StoredVersionMismatch('A newer version of Facet is open in another tab. Reload this page to use it.'),
      );
    }
    this.#handle ??= this.#openNew().catch((error: unknown) => {
      this.#forget();
      throw error;
    });
    return this.#handle;
  }

  async #openNew(): Promise<GalleryDatabase> {
    let handle: GalleryDatabase | null = null;
    try {
      handle = await openDB(this.#name, MIGRATIONS.length, {
        upgrade: async (database, from, _to, transaction) => {
          for (const step of MIGRATIONS.slice(from)) await step(database, transaction);
        },
        blocked: () => this.#onNews({ kind: 'blocked' }),
        blocking: () => {
          this.#givenWay = true;
          handle?.close();
          this.#forget();
          this.#onNews({ kind: 'givenWay' });
        },
        terminated: () => this.#forget(),
      });
      return handle;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'VersionError') {
        throw new StoredVersionMismatch(
          'The stored gallery was made by a newer version of Facet than this page. Reload the page.',
        );
      }
      throw error;
    }
  }
}

/** What a transaction on a handle throws that the browser has closed: InvalidStateError, or AbortError in mid-transaction. */
function isClosedHandle(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  return error.name === 'InvalidStateError' || (error.name === 'AbortError' && /connection|clos/i.test(error.message));
}
