import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ENDING = '.assembly.ts';

/**
 * The `*.assembly.ts` of `folder` that become a binary each, as paths that begin with `folder`. One that another imports is a part of
 * that one's binary and has none of its own.
 */
export function assemblySources(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ENDING))
    .map((path) => join(folder, path));
  const parts = new Set(sources.flatMap(importsOf));
  return sources.filter((path) => !parts.has(path));
}

/** The sources that one names after `from`, where the compiler wants them without their `.ts`. */
function importsOf(source: string): string[] {
  const named = readFileSync(source, 'utf8').matchAll(/\bfrom '(\.[^']*\.assembly)'/g);
  return [...named].map(([, specifier]) => join(dirname(source), `${specifier}.ts`));
}

/** Where the binary of a source goes: into the folder `generated` beside it, or, where there is none, beside it. */
export function binaryOf(source: string): string {
  const generated = join(dirname(source), 'generated');
  const name = `${basename(source, ENDING)}.binary.ts`;
  return join(existsSync(generated) ? generated : dirname(source), name);
}
