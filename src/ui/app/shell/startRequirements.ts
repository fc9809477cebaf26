import { say } from '../../shared/language/say.ts';
/** What a page finds in its browser, as far as Facet cannot do without; a window is one. */
export interface StartScope {
  readonly isSecureContext: boolean;
  readonly navigator: { readonly locks?: unknown };
  readonly crypto?: { readonly subtle?: unknown };
  readonly Worker?: unknown;
  readonly WebAssembly?: unknown;
  readonly indexedDB?: unknown;
  readonly BroadcastChannel?: unknown;
  readonly OffscreenCanvas?: unknown;
  readonly createImageBitmap?: unknown;
  readonly ResizeObserver?: unknown;
}

/** The names under which a person finds them in a table of what browsers can do. */
const NEEDED: readonly (readonly [string, (scope: StartScope) => unknown])[] = [
  ['Web Workers', ({ Worker }) => Worker],
  ['WebAssembly', ({ WebAssembly }) => WebAssembly],
  ['IndexedDB', ({ indexedDB }) => indexedDB],
  ['Web Locks', ({ navigator }) => navigator.locks],
  ['Web Crypto', ({ crypto }) => crypto?.subtle],
  ['BroadcastChannel', ({ BroadcastChannel }) => BroadcastChannel],
  ['OffscreenCanvas', ({ OffscreenCanvas }) => OffscreenCanvas],
  ['createImageBitmap', ({ createImageBitmap }) => createImageBitmap],
  ['ResizeObserver', ({ ResizeObserver }) => ResizeObserver],
];

/** Where a site's data is blocked, to look is an error already. */
function isThere(found: (scope: StartScope) => unknown, scope: StartScope): boolean {
  try {
    return Boolean(found(scope));
  } catch {
    return false;
  }
}

/**
 * Why Facet cannot start in this browser at this address, in sentences for a person; null where it can. Whatever else it uses
 * has a fallback: WebGPU, SharedArrayBuffer, the promise to keep what is stored, service workers.
 */
export function reasonNotToStart(scope: StartScope): string | null {
  // First, since an insecure page lacks half of what follows for this reason alone.
  if (!scope.isSecureContext) {
    return say.app.insecure;
  }
  const missing = NEEDED.filter(([, found]) => !isThere(found, scope)).map(([name]) => name);
  if (missing.length === 0) return null;
  return say.app.lacking(missing.join(', '));
}
