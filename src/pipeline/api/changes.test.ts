import { expect, test } from 'vitest';
import { afterChange, OPENING, type PipelineChange } from './changes.ts';
import type { GalleryTotals } from './pipeline.ts';

const totals: GalleryTotals = { total: 2, revision: 7, outdated: 1, damaged: 0, counts: [1, 2] };
const loaded = afterChange(OPENING, { kind: 'totals', gallery: totals });

test('photos that come, change and go are told in figures alone, whatever their number', () => {
  expect(loaded.gallery).toBe(totals);
  const changes: readonly PipelineChange[] = [
    { kind: 'read' },
    { kind: 'photo', id: 'a' },
    { kind: 'removed', ids: ['a', 'b'] },
    { kind: 'favoured', ids: ['a'], on: true },
    { kind: 'imported' },
  ];
  for (const change of changes) expect(afterChange(loaded, change)).toBe(loaded);
});

test('a change of one thing leaves the other lists the same objects', () => {
  const after = afterChange(loaded, { kind: 'persisted', persisted: true });
  expect(after).not.toBe(loaded);
  expect(after.gallery).toBe(loaded.gallery);
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
  expect(afterChange(loaded, { kind: 'emptied' })).toMatchObject({
    gallery: { total: 0, outdated: 0 },
    quarantined: [],
  });
});
