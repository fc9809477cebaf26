import { expect, test } from 'vitest';
import { LossRecord } from './lossRecord.ts';

test('the third loss within a minute gives up, losses farther apart do not', () => {
  const record = new LossRecord();
  expect([0, 59_000, 59_999].map((now) => record.note(now))).toEqual(['tryAgain', 'tryAgain', 'giveUp']);
  const slow = new LossRecord();
  expect([0, 30_000, 60_000, 90_000].map((now) => slow.note(now))).toEqual([
    'tryAgain',
    'tryAgain',
    'tryAgain',
    'tryAgain',
  ]);
});

test('a person who chooses the GPU again starts from nothing', () => {
  const record = new LossRecord();
  record.note(0);
  record.note(1);
  record.clear();
  expect(record.note(2)).toBe('tryAgain');
});
