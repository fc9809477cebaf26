import { networkInterfaces } from 'node:os';

/** This machine's address in its network, where a page is no secure context; null where it has none. */
export function ownAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
