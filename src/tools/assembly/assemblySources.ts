import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ENDING = '.assembly.ts';

/**
 * The `*.assembly.ts` of `folder` that become a binary each, as paths that begin with `folder`. Those in a folder that is named like
 * one of them (`loops/` beside `loops.assembly.ts`) are its parts, which it imports, and become none.
 */
export function assemblySources(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ENDING))
    .map((path) => join(folder, path));
  return sources.filter((path) => !sources.includes(dirname(path) + ENDING));
}

/** Where the binary of a source goes: beside it. */
export function binaryOf(source: string): string {
  return source.slice(0, -ENDING.length) + '.binary.ts';
}
