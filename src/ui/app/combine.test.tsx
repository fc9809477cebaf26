// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Pipeline } from '../../pipeline/api/pipeline.ts';
import { button, clearPage, photo, running, shownAt } from './testPage.tsx';

afterEach(clearPage);

test('a combined search is answered while photos are added, and offers to take them in', async () => {
  const searchCombined = vi.fn<Pipeline['searchCombined']>(async () => [{ id: 'a', distance: null, probability: 0.9 }]);
  const { snapshot } = await shownAt('#/combine?chip=all:cat', { searchCombined });
  for (const id of ['c', 'd', 'e']) {
    await act(async () => snapshot.set({ ...running, photos: [photo(id), ...snapshot.getSnapshot().photos] }));
  }
  expect(searchCombined).toHaveBeenCalledTimes(1);
  expect(searchCombined.mock.calls[0]?.[1]?.signal?.aborted).toBe(false);
  expect(document.body.textContent).toContain('3 photos added since this search.');

  await act(async () => button('Search again').click());
  expect(searchCombined).toHaveBeenCalledTimes(2);
  expect(document.body.textContent).not.toContain('added since this search');
});

test('another chip asks anew and stops the search before', async () => {
  const searchCombined = vi.fn<Pipeline['searchCombined']>(() => new Promise(() => {}));
  const { facet } = await shownAt('#/combine?chip=all:cat', { searchCombined });
  await act(async () => facet.tray.add({ category: 'potted plant', role: 'none', like: null }));
  expect(searchCombined.mock.calls.map(([chips]) => chips)).toEqual([
    [{ category: 'cat', role: 'all' }],
    [
      { category: 'cat', role: 'all' },
      { category: 'pottedplant', role: 'none' },
    ],
  ]);
  expect(searchCombined.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
});

test('a search by a photo that is gone says so, offers no useless retry and asks nothing', async () => {
  const search = vi.fn<Pipeline['search']>(() => new Promise(() => {}));
  await shownAt('#/search?photo=deadbeef', { search });
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'The photo that this search starts from is not in the gallery.',
  );
  expect(() => button('Try again')).toThrow();
  expect(button('Back to the gallery')).toBeDefined();
  expect(search).not.toHaveBeenCalled();
});
