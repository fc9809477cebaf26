import { type AppFile, CACHE_PREFIX, cacheName, fileAt } from './fileList.ts';

/**
 * The service worker: keeps the app's own files, weights and WebAssembly included, so that Facet works offline after one
 * visit. It knows the files from a list that the build writes, with a digest of each.
 *
 * - A cache holds one version. It is filled completely, every byte checked, before it is used, and only then is the one
 *   before it deleted. Files that did not change are copied, not loaded again.
 * - A new version waits until the page says `useNow` or the last page of the old one is closed.
 * - Only listed files are ever served or stored; photos are on no list and have no address.
 */

declare const self: ServiceWorkerGlobalScope;
/** Inserted by the build: every file of the app except this one. */
declare const __FACET_FILES__: readonly AppFile[];

const FILES = __FACET_FILES__;
const CACHE = cacheName(FILES);
/** Few connections at a time while the cache is filled, since the open page comes first. */
const AT_A_TIME = 4;

self.addEventListener('install', (event) => event.waitUntil(fillCache()));

self.addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));

self.addEventListener('message', (event) => {
  // Kept alive, or the browser may stop a waiting worker before it has taken over.
  if (event.data === 'useNow') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const file = request.method === 'GET' ? fileAt(FILES, self.registration.scope, request.url) : null;
  if (file !== null) event.respondWith(answer(file, request));
});

/** @throws Error naming the first file that is missing or of another version; the new cache is deleted then. */
async function fillCache(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = FILES.filter(({ keep }) => keep === 'start');
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) await cache.put(addressOf(file), await obtained(file));
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function answer(file: AppFile, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(addressOf(file), { ignoreVary: true });
  if (kept) return kept;
  // Rarely needed, or the browser evicted it.
  const response = await fetch(request);
  if (await isAsListed(file, response.clone())) await cache.put(addressOf(file), response.clone());
  return response;
}

/** The response from an older cache if the file has not changed, from the server otherwise. */
async function obtained(file: AppFile): Promise<Response> {
  const before = await caches.match(addressOf(file), { ignoreVary: true });
  if (before && (await isAsListed(file, before.clone()))) return before;
  const response = await fetch(addressOf(file), { cache: 'no-cache' });
  if (!(await isAsListed(file, response.clone()))) {
    throw new Error(
      `The service worker got ${file.url} with status ${response.status} and other bytes than listed; the version before stays.`,
    );
  }
  return response;
}

async function isAsListed(file: AppFile, response: Response): Promise<boolean> {
  // A navigation must not be answered with a redirected response.
  if (!response.ok || response.redirected) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') === file.sha256;
}

function addressOf(file: AppFile): string {
  return new URL(file.url, self.registration.scope).href;
}
