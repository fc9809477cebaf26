import { trustScript } from './trustedScripts.ts';

/** A script that does nothing but load one of the app's own, by the address of that one. Never revoked: there are three of them. */
const loaders = new Map<string, string>();

/**
 * Starts one of the app's own scripts as a worker that the page's Content Security Policy holds for, too. A worker whose script comes from
 * the server has the policy of that response and no other, and a plain static host sends none: it could speak to any server. A worker
 * that starts from a blob inherits the policy of whoever made the blob (HTML, "initialize worker policy container").
 * @param address of the script, as vite's `?worker&url` gives it
 * @param name of the worker
 */
export function ownWorker(address: string, name: string): Worker {
  const script = new URL(address, import.meta.url).href;
  const loader = loaders.get(script) ?? loaderOf(script);
  loaders.set(script, loader);
  return new Worker(loader, { type: 'module', name });
}

function loaderOf(script: string): string {
  const source = `import ${JSON.stringify(script)};`;
  const loader = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  trustScript(loader);
  return loader;
}
