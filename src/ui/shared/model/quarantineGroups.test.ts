import { expect, test } from 'vitest';
import type { QuarantinedFile } from '../../../pipeline/api/pipeline.ts';
import { byReason } from './quarantineGroups.ts';

const file = (name: string, reason: string): QuarantinedFile => ({
  key: name,
  name,
  path: name,
  reason,
  failedAt: 0,
  retry: 'again',
});

test('every file is in the group of its reason, and the smaller groups come first', () => {
  const files = [file('a.mp4', 'A video.'), file('b.jpg', 'Cut short.'), file('c.mp4', 'A video.')];
  expect(byReason(files).map(({ reason, files: of }) => [reason, of.map(({ name }) => name)])).toEqual([
    ['Cut short.', ['b.jpg']],
    ['A video.', ['a.mp4', 'c.mp4']],
  ]);
});
