import { expect, test, vi } from 'vitest';
import { Notices } from './notices.ts';

test('an error says once what did not happen and why, and stays until it is dismissed', () => {
  vi.useFakeTimers();
  const notices = new Notices();
  notices.error('a.jpg was not removed', 'The database is closed.');
  notices.error('a.jpg was not removed', 'The database is closed.');
  vi.runAllTimers();
  const [notice, ...others] = notices.list.getSnapshot();
  expect(others).toEqual([]);
  expect(notice?.text).toBe('a.jpg was not removed. The database is closed.');
  expect(notice?.tone).toBe('error');
  notices.dismiss(notice?.key ?? -1);
  expect(notices.list.getSnapshot()).toEqual([]);
  vi.useRealTimers();
});

test('something said in passing goes by itself, an offer waits', () => {
  vi.useFakeTimers();
  const notices = new Notices();
  notices.info('1 photo added.');
  notices.offer('A new version is ready.', { label: 'Use it now', run: () => {} });
  vi.runAllTimers();
  expect(notices.list.getSnapshot().map(({ text }) => text)).toEqual(['A new version is ready.']);
  vi.useRealTimers();
});
