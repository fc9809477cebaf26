import { expect, test } from 'vitest';
import { afterChange, OPENING } from './changes.ts';
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
const loaded = afterChange(OPENING, {
  kind: 'photos',
  photos: [summary('old', 1), summary('new', 3), summary('middle', 2)],
});

test('photos are newest first, those that come later too', () => {
  expect(ids(loaded.photos)).toEqual(['new', 'middle', 'old']);
  const more = afterChange(loaded, { kind: 'photo', photo: summary('newest', 4), outdated: false });
  expect(ids(more.photos)).toEqual(['newest', 'new', 'middle', 'old']);
});

test('a photo that is indexed again keeps its place and is no longer outdated', () => {
  const outdated = afterChange(loaded, { kind: 'vocabulary', categories: [], outdated: ['old', 'middle'] });
  const again = afterChange(outdated, { kind: 'photo', photo: { ...summary('middle', 2), width: 9 }, outdated: false });
  expect(ids(again.photos)).toEqual(['new', 'middle', 'old']);
  expect(again.photos[1]?.width).toBe(9);
  expect(again.outdated).toEqual(['old']);
});

test('removed photos are gone from every list', () => {
  const outdated = afterChange(loaded, { kind: 'vocabulary', categories: [], outdated: ['old'] });
  const removed = afterChange(outdated, { kind: 'removed', ids: ['old', 'new'] });
  expect(ids(removed.photos)).toEqual(['middle']);
  expect(removed.outdated).toEqual([]);
});

test('a change of one thing leaves the other lists the same objects', () => {
  const after = afterChange(loaded, { kind: 'persisted', persisted: true });
  expect(after).not.toBe(loaded);
  expect(after.photos).toBe(loaded.photos);
});

test('the step that gets the engine ready is shown until it is ready', () => {
  const loading = afterChange(OPENING, { kind: 'engineStep', step: 'Loading the network' });
  expect(loading.engineStep).toBe('Loading the network');
  const ready = afterChange(loading, {
    kind: 'engine',
    engine: { engine: 'wasm', reason: 'chosen by hand', detail: '' },
  });
  expect(ready).toMatchObject({ engineStep: '', engine: { engine: 'wasm' } });
});

test('a file is quarantined once however often it fails, and is gone when it is released', () => {
  const file = (path: string, reason: string) => ({
    key: path,
    name: path,
    path,
    reason,
    failedAt: 1,
    retry: 'again' as const,
  });
  const failed = [file('a', 'cut short'), file('b', 'empty'), file('a', 'too slow')].reduce(
    (snapshot, one) => afterChange(snapshot, { kind: 'quarantined', files: [one] }),
    loaded,
  );
  expect(failed.quarantined.map(({ path, reason }) => [path, reason])).toEqual([
    ['b', 'empty'],
    ['a', 'too slow'],
  ]);
  expect(afterChange(failed, { kind: 'released', keys: ['b'] }).quarantined.map(({ path }) => path)).toEqual(['a']);
});

test('an emptied gallery holds no photo, no complaint and nothing outdated', () => {
  const outdated = afterChange(loaded, { kind: 'vocabulary', categories: [], outdated: ['old'] });
  expect(afterChange(outdated, { kind: 'emptied' })).toMatchObject({ photos: [], quarantined: [], outdated: [] });
});
