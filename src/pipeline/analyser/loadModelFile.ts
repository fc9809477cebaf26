import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { loadedOnce } from './loadedOnce.ts';

/** Kept in memory, a few MB, so that rebuilding an engine needs no network. */
const loaders = new Map<string, () => Promise<ArrayBuffer>>();

/** What the app's addresses are relative to; the page's own address until it is told otherwise. */
let app: string | null = null;

/** A worker that starts from a blob has no address of its own to look beside. @param base the page's folder */
export function loadModelFilesBelow(base: string): void {
  app = base;
}

/** Files that a person brought, in place of the server's. @param load may be called again after a failure */
export function provideModelFile(name: string, load: ModelLoader): void {
  loaders.set(
    name,
    loadedOnce(() => load(name)),
  );
}

/**
 * A file of `public/models`, from the app's own origin unless a person brought it.
 * @throws Error with the file's name when it is not there or the server cannot be reached.
 */
export function loadModelFile(name: string): Promise<ArrayBuffer> {
  const load = loaders.get(name) ?? loadedOnce(() => fetchModelFile(name));
  loaders.set(name, load);
  return load();
}

async function fetchModelFile(name: string): Promise<ArrayBuffer> {
  try {
    return await requested(name, 'default');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  // Workers that fetch the same file at the same time occasionally collide in the browser's cache, and the response breaks off in the
  // middle (Chromium: ERR_CACHE_WRITE_FAILURE). Bypassing the cache works.
  try {
    return await requested(name, 'no-store');
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Error(`The model file ${name} could not be loaded. Is the page's own server still running?`, { cause });
  }
}

/** @throws TypeError when the connection breaks, before or in the middle of the answer. */
async function requested(name: string, cache: RequestCache): Promise<ArrayBuffer> {
  const response = await fetch(new URL(`${import.meta.env.BASE_URL}models/${name}`, app ?? location.href), { cache });
  // A single-page server answers an unknown address with the page itself.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new Error(`The model file ${name} is not on the server (status ${response.status}).`);
  }
  return response.arrayBuffer();
}
