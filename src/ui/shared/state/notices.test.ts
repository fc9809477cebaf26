import { expect, test } from 'vitest';
import { Notices } from './notices.ts';

test('an error says what was tried and why it failed, once, and stays until it is dismissed', () => {
  const notices = new Notices();
  notices.error('a.jpg could not be removed', new Error('the database is closed.'));
  notices.error('a.jpg could not be removed', new Error('the database is closed.'));
  const [notice, ...others] = notices.list.getSnapshot();
  expect(others).toEqual([]);
  expect(notice?.text).toBe('a.jpg could not be removed: the database is closed.');
  expect(notice?.tone).toBe('error');
  notices.dismiss(notice?.key ?? -1);
  expect(notices.list.getSnapshot()).toEqual([]);
});
