import type { Plugin } from 'vite';

/**
 * The page may speak to its own origin alone: that photos stay on the machine is something the browser enforces. What is not named is
 * forbidden. `wasm-unsafe-eval` compiles WebAssembly; workers start from blobs, so that this policy is theirs, too (see `ownWorker`);
 * pictures are shown from blobs, and a picture to search by may come from the clipboard as one. No text becomes markup, and a script's
 * address only by the one policy of `trustedScripts`.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src blob: 'self'",
  "connect-src 'self' blob:",
  "img-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** The built page carries the policy itself, so that it holds on any static host; the dev server needs inline scripts. */
export function policyInThePage(): Plugin {
  return {
    name: 'facet-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
