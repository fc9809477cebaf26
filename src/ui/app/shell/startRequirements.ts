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

/**
 * Why Facet cannot start in this browser at this address, in sentences for a person; null where it can. Whatever else it uses
 * has a fallback: WebGPU, SharedArrayBuffer, the promise to keep what is stored, service workers.
 */
export function reasonNotToStart(scope: StartScope): string | null {
  // First, since an insecure page lacks half of what follows for this reason alone.
  if (!scope.isSecureContext) {
    return (
      'Facet needs a secure address, https or localhost, because browsers keep from other pages what it works with. ' +
      'Open it at an address that begins with https://, or at http://localhost on the computer that serves it.'
    );
  }
  const missing = NEEDED.filter(([, found]) => !found(scope)).map(([name]) => name);
  if (missing.length === 0) return null;
  return (
    `This browser lacks ${missing.join(', ')}. ` +
    'Facet runs in Chrome and Edge from version 123, in Firefox from 120 and in Safari from 17.5.'
  );
}
