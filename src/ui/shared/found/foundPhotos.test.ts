import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Found } from '../../../pipeline/api/found.ts';
import { type GalleryQuery, WHOLE_GALLERY } from '../../../pipeline/api/galleryQuery.ts';
import { Store } from '../store/store.ts';
import { FoundPhotos } from './foundPhotos.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function found(revision: number): Found {
  return {
    revision,
    numbers: Uint32Array.of(revision),
    sure: 1,
    aspects: Float32Array.of(1),
    times: Float64Array.of(1),
    distances: null,
    probabilities: null,
    counts: new Uint32Array(),
    emptiedBy: null,
  };
}

function opened() {
  const gallery = new Store({ gallery: { revision: 1 } });
  const revision = () => gallery.getSnapshot().gallery.revision;
  const asked: GalleryQuery[] = [];
  const photos = new FoundPhotos(async (query, options) => {
    asked.push(query);
    await new Promise((resolve) => setTimeout(resolve, 5));
    options?.signal?.throwIfAborted();
    return found(revision());
  }, gallery);
  return { photos, asked, change: () => gallery.set({ gallery: { revision: revision() + 1 } }) };
}

const CATS: GalleryQuery = { ...WHOLE_GALLERY, chips: [{ category: 'cat', role: 'all' }] };

test('views that ask the same share one answer, and it is there at once when they come back', async () => {
  const { photos, asked } = opened();
  const stops = [photos.watch(CATS).subscribe(() => {}), photos.watch({ ...CATS }).subscribe(() => {})];
  await vi.advanceTimersByTimeAsync(6);
  expect(asked.length).toBe(1);
  for (const stop of stops) stop();
  photos.watch(WHOLE_GALLERY).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(6);
  expect(photos.watch(CATS).getSnapshot()).toMatchObject({ phase: 'found', found: { revision: 1 } });
  photos.watch(CATS).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked.length).toBe(2);
});

test('a gallery that changes all the time is looked through now and then, the last change always', async () => {
  const { photos, asked, change } = opened();
  const watched = photos.watch(WHOLE_GALLERY);
  watched.subscribe(() => {});
  for (let i = 0; i < 100; i++) {
    change();
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(watched.getSnapshot()).toMatchObject({ found: { revision: 101 } });
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length).toBeLessThan(10);
});

test('what nobody watches any more is stopped and not looked for', async () => {
  const { photos, asked, change } = opened();
  photos.watch(CATS).subscribe(() => {})();
  await vi.advanceTimersByTimeAsync(6);
  expect(photos.watch(CATS).getSnapshot()).toEqual({ phase: 'looking' });
  change();
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked.length).toBe(1);
});

test('what cannot be found is said in a sentence', async () => {
  const photos = new FoundPhotos(
    () => Promise.reject(new Error('This photo is no longer in the gallery.')),
    new Store({ gallery: { revision: 1 } }),
  );
  const watched = photos.watch(CATS);
  watched.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(6);
  expect(watched.getSnapshot()).toEqual({ phase: 'failed', message: 'This photo is no longer in the gallery.' });
});
