import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a photo is known by wherever something is kept of it: 32 hex digits of the SHA-256 of its file. Names and ids repeat. */
export function contentKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** @throws Error when the file cannot be read. */
export function contentKeyOfFile(path: string): string {
  return contentKey(readFileSync(path));
}
