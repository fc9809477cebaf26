import type { Plugin } from 'vite';

/**
 * The page may speak to its own origin alone: that photos stay on the machine is something the browser enforces.
 * `wasm-unsafe-eval` compiles WebAssembly; thumbnails are shown from blobs.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
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
