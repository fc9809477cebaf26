import { existsSync, readdirSync } from 'node:fs';

/** Names in a folder that fit, sorted; none where there is no folder. Hidden files (macOS writes `._name.xml`) are no labels. */
export function filesIn(folder: string, pattern: RegExp): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.') && pattern.test(name))
        .sort()
    : [];
}
