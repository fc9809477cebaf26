/**
 * Trusted Types (W3C): under `require-trusted-types-for 'script'` no text becomes markup or a script's address unless a policy has let it
 * through, and the page's CSP names one policy. It lets through the app's own scripts and no markup at all.
 */

/** What this needs of `trustedTypes`, which TypeScript's libraries do not know; Firefox before 148 and Safari before 26 lack it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

const trusted = new Set<string>();

/** From now on workers may start from this blob. @param address a blob's, made in this realm */
export function trustScript(address: string): void {
  trusted.add(address);
}

/**
 * The address itself, if scripts may come from there: this origin's files, and blobs that `trustScript` was told of.
 * @throws TypeError for every other one.
 */
export function trustedScript(address: string, origin: string, base: string): string {
  if (trusted.has(address)) return address;
  const url = new URL(address, base);
  if (url.protocol !== 'blob:' && url.origin === origin) return address;
  throw new TypeError(`trustedScript: got ${address}, wanted a script of ${origin}`);
}

function install(realm: { readonly trustedTypes?: TrustedTypes } & typeof globalThis): void {
  realm.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => trustedScript(address, realm.origin, realm.location.href),
  });
}

if ('trustedTypes' in globalThis) install(globalThis);
