import { expect, test } from 'vitest';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { Store } from '../store/store.ts';
import { SummaryCache } from './summaryCache.ts';

function summary(number: number, name = `${number}.jpg`): NumberedSummary {
  return {
    number,
    outdated: false,
    id: `id ${number}`,
    name,
    path: name,
    width: 4,
    height: 3,
    size: 1,
    lastModified: 1,
    addedAt: 1,
    takenAt: 1,
    camera: null,
    favourite: false,
    pictured: true,
    probabilities: Float32Array.of(0.5),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function opened(kept?: number) {
  const photos = new Map([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [number, summary(number)]));
  const asked: number[][] = [];
  const gallery = new Store({ gallery: { revision: 1 } });
  const cache = new SummaryCache(
    {
      summaries: async (numbers) => {
        asked.push([...numbers]);
        return Array.from(numbers, (number) => photos.get(number) ?? null);
      },
      numberOf: async (id) => [...photos.values()].find((photo) => photo.id === id)?.number ?? null,
    },
    gallery,
    kept,
  );
  const change = () => gallery.set({ gallery: { revision: gallery.getSnapshot().gallery.revision + 1 } });
  return { photos, asked, cache, change };
}

test('what is wanted in one moment is asked for in one call, and asked for once', async () => {
  const { cache, asked } = opened();
  const watched = [1, 2, 2, 3].map((number) => cache.watch(number));
  for (const one of watched) one.subscribe(() => {});
  expect(watched[0]?.getSnapshot()).toBeUndefined();
  await settled();
  expect(asked).toEqual([[1, 2, 3]]);
  expect(watched.map((one) => one.getSnapshot()?.name)).toEqual(['1.jpg', '2.jpg', '2.jpg', '3.jpg']);
  cache.watch(2).subscribe(() => {});
  await settled();
  expect(asked.length).toBe(1);
});

test('once the gallery changes, those in sight are asked for again; whoever shows one that stayed the same is not told', async () => {
  const { cache, asked, change, photos } = opened();
  const told: string[] = [];
  for (const number of [1, 2, 3]) cache.watch(number).subscribe(() => told.push(`${number}`));
  const away = cache.watch(4);
  away.subscribe(() => {})();
  await settled();
  told.length = 0;
  photos.set(2, summary(2, 'renamed.jpg'));
  photos.delete(3);
  change();
  await settled();
  expect(asked.at(-1)).toEqual([1, 2, 3]);
  expect(told).toEqual(['2', '3']);
  expect(cache.watch(2).getSnapshot()?.name).toBe('renamed.jpg');
  expect(cache.watch(3).getSnapshot()).toBeNull();
});

test('a photo is found by its id, before and after it is there, and under another number', async () => {
  const { cache, change, photos } = opened();
  const later = cache.watch('id 10');
  let told = 0;
  later.subscribe(() => told++);
  await settled();
  expect(later.getSnapshot()).toBeNull();
  photos.set(10, summary(10));
  change();
  await settled();
  expect(later.getSnapshot()?.number).toBe(10);
  photos.delete(10);
  photos.set(11, { ...summary(11), id: 'id 10' });
  photos.set(10, { ...summary(10), id: 'another' });
  change();
  await settled();
  expect(later.getSnapshot()?.number).toBe(11);
  expect(told).toBeGreaterThanOrEqual(3);
});

test('however far one scrolls, no more are kept than twice what is allowed, and those in sight stay', async () => {
  const { cache, photos, asked } = opened(10);
  const stays = cache.watch(1);
  stays.subscribe(() => {});
  for (let number = 20; number < 200; number++) {
    photos.set(number, summary(number));
    const stop = cache.watch(number).subscribe(() => {});
    await settled();
    stop();
  }
  expect(stays.getSnapshot()?.number).toBe(1);
  expect(cache.watch(25).getSnapshot()).toBeUndefined();
  expect(cache.watch(199).getSnapshot()?.number).toBe(199);
  expect(asked.flat().length).toBe(181);
});

test('while the gallery cannot be asked nothing is claimed', async () => {
  const gallery = new Store({ gallery: { revision: 1 } });
  const cache = new SummaryCache(
    { summaries: () => Promise.reject(new Error('gone')), numberOf: () => Promise.reject(new Error('gone')) },
    gallery,
  );
  const [byNumber, byId] = [cache.watch(1), cache.watch('a')];
  byNumber.subscribe(() => {});
  byId.subscribe(() => {});
  await settled();
  expect([byNumber.getSnapshot(), byId.getSnapshot()]).toEqual([undefined, undefined]);
});

test('what is fetched beforehand is there at once, by number and by id, and is asked for once', async () => {
  const { cache, asked, change, photos } = opened();
  expect((await cache.ready(Uint32Array.of(1, 2, 77))).map(({ number }) => number)).toEqual([1, 2]);
  const [byNumber, byId] = [cache.watch(1), cache.watch('id 2')];
  for (const one of [byNumber, byId]) one.subscribe(() => {});
  expect([byNumber.getSnapshot()?.number, byId.getSnapshot()?.number]).toEqual([1, 2]);
  await cache.ready(Uint32Array.of(1, 2));
  await settled();
  expect(asked).toEqual([[1, 2, 77]]);
  photos.delete(1);
  change();
  await settled();
  expect(cache.watch('id 1').getSnapshot()).toBeUndefined();
});
