import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The inputs beside the checkout; they are no part of the project. Null where there are none. */
export function casesFolder(): string | null {
  const folder = resolve(import.meta.dirname, '../../../shared/cases');
  const above = resolve(import.meta.dirname, '../../../../shared/cases');
  return [folder, above].find(existsSync) ?? null;
}
