/** A file of the app, as the build lists it for the service worker. */
export interface AppFile {
  /** Relative to the app's own address; './' is the page itself. */
  readonly url: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** `start`: kept before the app counts as ready for offline use. `use`: large and rarely needed, kept once it is used. */
  readonly keep: 'start' | 'use';
}

/** The names of our caches begin with this; other caches of the origin are left alone. */
export const CACHE_PREFIX = 'facet-files-';

/** The name of the cache for a set of files; it changes with any byte of any file. FNV-1a over addresses and digests. */
export function cacheName(files: readonly AppFile[]): string {
  let hash = 0x811c9dc5;
  for (const letter of files.map(({ url, sha256 }) => `${url} ${sha256}\n`).join('')) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  return `${CACHE_PREFIX}${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** The file that an address refers to, whatever its query and hash; null for anything else. */
export function fileAt(files: readonly AppFile[], scope: string, address: string): AppFile | null {
  const { origin, pathname } = new URL(address);
  return files.find(({ url }) => new URL(url, scope).href === `${origin}${pathname}`) ?? null;
}
