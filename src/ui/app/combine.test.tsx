// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Found } from '../../pipeline/api/found.ts';
import type { Pipeline } from '../../pipeline/api/pipelineVerbs.ts';
import { button, clearPage, running, shownAt } from './testPage.tsx';

afterEach(clearPage);

/** An answer of photos by number, all sure. */
function found(revision: number, numbers: readonly number[], more: Partial<Found> = {}): Found {
  return {
    revision,
    numbers: Uint32Array.from(numbers),
    sure: numbers.length,
    aspects: Float32Array.from(numbers, () => 1),
    times: Float64Array.from(numbers, () => 0),
    distances: Float32Array.from(numbers, () => 0.1),
    probabilities: Float32Array.from(numbers, () => 0.9),
    counts: new Uint32Array(2),
    emptiedBy: null,
    ...more,
  };
}

const totals = (revision: number, total: number) => ({
  ...running,
  gallery: { total, revision, outdated: 0, damaged: 0, counts: [2, 1] },
});
const BOUND = '#/combine?chip=all:cat:photo:a:0.1000,0.1000,0.5000,0.5000';

test('a search by an object is answered while photos are added, keeps its order and offers to take them in', async () => {
  let revision = 1;
  const find = vi.fn<Pipeline['find']>(async () => found(revision, revision === 1 ? [1, 2] : [3, 1, 2]));
  const { snapshot } = await shownAt(BOUND, { find });
  await act(async () => snapshot.set(totals(1, 2)));
  await vi.waitFor(() => expect(document.body.textContent).toContain('2 photos'));

  revision = 2;
  await act(async () => snapshot.set(totals(2, 3)));
  await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(document.body.textContent).toContain('1 photo added since this search.'));
  expect(document.querySelector('[role=status] b')?.textContent).toBe('2 photos');

  await act(async () => button('Search again').click());
  await vi.waitFor(() => expect(document.querySelector('[role=status] b')?.textContent).toBe('3 photos'));
  expect(document.body.textContent).not.toContain('added since this search');
});

test('another chip asks anew and stops the search before', async () => {
  const find = vi.fn<Pipeline['find']>(() => new Promise(() => {}));
  const { facet } = await shownAt('#/combine?chip=all:cat', { find });
  await act(async () => facet.tray.add({ category: 'potted plant', role: 'none', like: null }));
  expect(find.mock.calls.map(([{ chips }]) => chips)).toEqual([
    [{ category: 'cat', role: 'all' }],
    [
      { category: 'cat', role: 'all' },
      { category: 'pottedplant', role: 'none' },
    ],
  ]);
  expect(find.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
});

test('an empty answer names the chip that emptied it, and does without when asked to', async () => {
  const find = vi.fn<Pipeline['find']>(async ({ chips }) =>
    chips.length > 1 ? found(1, [], { emptiedBy: 1 }) : found(1, [1, 2], { distances: null }),
  );
  await shownAt('#/?chip=all:cat&chip=all:potted%2520plant', { find });
  await vi.waitFor(() => expect(document.body.textContent).toContain('There would be some without “potted plant”.'));
  await act(async () => button('Drop “potted plant”').click());
  expect(window.location.hash).toBe('#/?chip=all%3Acat');
  await vi.waitFor(() => expect(document.body.textContent).toContain('2 photos'));
});

test('a search by a photo that is gone says so, offers no useless retry and asks nothing', async () => {
  const searchLike = vi.fn<Pipeline['searchLike']>(() => new Promise(() => {}));
  await shownAt('#/search?photo=deadbeef', { searchLike, numberOf: async () => null });
  await act(async () => {});
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'The photo that this search starts from is not in the gallery.',
  );
  expect(() => button('Try again')).toThrow();
  expect(button('Back to the gallery')).toBeDefined();
  expect(searchLike).not.toHaveBeenCalled();
});
