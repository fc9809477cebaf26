import { expect, test } from 'vitest';
import { afterNews, OPENING } from './news.ts';
import type { PhotoSummary } from './pipeline.ts';

function summary(id: string, addedAt: number): PhotoSummary {
  return {
    id,
    name: id,
    path: id,
    width: 1,
    height: 1,
    size: 1,
    lastModified: 0,
    addedAt,
    pictured: true,
    probabilities: Float32Array.of(0),
  };
}

const ids = (photos: readonly PhotoSummary[]) => photos.map(({ id }) => id);
const loaded = afterNews(OPENING, {
  kind: 'photos',
  photos: [summary('old', 1), summary('new', 3), summary('middle', 2)],
});

test('photos are newest first, also the ones that come', () => {
  expect(ids(loaded.photos)).toEqual(['new', 'middle', 'old']);
  const more = afterNews(loaded, { kind: 'photo', photo: summary('newest', 4), outdated: false });
  expect(ids(more.photos)).toEqual(['newest', 'new', 'middle', 'old']);
});

test('a photo that is indexed again keeps its place and is outdated no more', () => {
  const outdated = afterNews(loaded, { kind: 'vocabulary', categories: [], outdated: ['old', 'middle'] });
  const again = afterNews(outdated, { kind: 'photo', photo: { ...summary('middle', 2), width: 9 }, outdated: false });
  expect(ids(again.photos)).toEqual(['new', 'middle', 'old']);
  expect(again.photos[1]?.width).toBe(9);
  expect(again.outdated).toEqual(['old']);
});

test('removed photos are gone from every list', () => {
  const outdated = afterNews(loaded, { kind: 'vocabulary', categories: [], outdated: ['old'] });
  const removed = afterNews(outdated, { kind: 'removed', ids: ['old', 'new'] });
  expect(ids(removed.photos)).toEqual(['middle']);
  expect(removed.outdated).toEqual([]);
});

test('news of one thing leaves the other lists the same objects', () => {
  const after = afterNews(loaded, { kind: 'persisted', persisted: true });
  expect(after).not.toBe(loaded);
  expect(after.photos).toBe(loaded.photos);
});

test('what is done to get the engine ready is said until it is', () => {
  const loading = afterNews(OPENING, { kind: 'engineStep', step: 'Loading the network' });
  expect(loading.engineStep).toBe('Loading the network');
  const ready = afterNews(loading, {
    kind: 'engine',
    engine: { engine: 'wasm', reason: 'chosen by hand', detail: '' },
  });
  expect(ready).toMatchObject({ engineStep: '', engine: { engine: 'wasm' } });
});
