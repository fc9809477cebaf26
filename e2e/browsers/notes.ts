import { test } from '@playwright/test';

/** What a test tells the table beside whether it passed. */
export type NoteKind = 'browser' | 'engine' | 'figure';

export function note(kind: NoteKind, text: string): void {
  test.info().annotations.push({ type: kind, description: text });
}
