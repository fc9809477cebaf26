// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { IndexingProgress } from '../../pipeline/api/pipeline.ts';
import { clearPage, running, shownAt } from './testPage.tsx';

afterEach(clearPage);

const SENTENCE = 'Keep this page open: files that are left have to be added again once it is closed.';

/** Whether the browser would ask before the page is left, and whether the page says why. */
async function leaving(indexing: IndexingProgress | null) {
  const { snapshot } = await shownAt('#/');
  await act(async () => snapshot.set({ ...running, indexing }));
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return { asked: event.defaultPrevented, said: document.body.textContent.includes(SENTENCE) };
}

const here: IndexingProgress = {
  done: 1,
  failed: 0,
  already: 0,
  left: 99,
  current: 'c.jpg',
  etaSeconds: 40,
  where: 'here',
};

test.each(['here', 'waiting'] as const)('files of this tab would be lost by leaving: %s', async (where) => {
  expect(await leaving({ ...here, where })).toEqual({ asked: true, said: true });
});

test('files that wait for room would be lost, too', async () => {
  expect(await leaving({ ...here, paused: 'The storage is full.' })).toEqual({ asked: true, said: true });
});

test("another tab's files are not lost by leaving this one", async () => {
  expect(await leaving({ ...here, where: 'elsewhere' })).toEqual({ asked: false, said: false });
});

test('nothing is asked once no file is left, nor when the run is over', async () => {
  expect(await leaving({ ...here, done: 100, left: 0 })).toEqual({ asked: false, said: false });
  clearPage();
  expect(await leaving(null)).toEqual({ asked: false, said: false });
});
