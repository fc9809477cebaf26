import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { pixelBoxes, unitBoxes } from '../../base/image/box.ts';
import { rgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import { StorageFull } from '../../gallery/storageFull.ts';
import type { AnalysedPhoto } from '../analyser/analyser.ts';
import { Cancelled, NEVER, UnreadablePhoto } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { IndexingProgress } from '../api/pipeline.ts';
import { RoomWatch } from '../library/roomWatch.ts';
import { Indexer, type IndexerParts } from './indexer.ts';

const ANALYSED: AnalysedPhoto = {
  image: rgbImage(1, 1, new Uint8Array(3)),
  proposals: { boxes: pixelBoxes(new Float32Array(0)), scores: new Float32Array(0) },
  width: 1,
  height: 1,
  thumbnail: { type: 'image/jpeg', bytes: new ArrayBuffer(1) },
  preview: null,
  fingerprint: new Uint32Array(2),
  analysis: {
    boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
    objectness: Float32Array.of(1),
    proposalProbabilities: Float32Array.of(0.5),
    probabilities: Float32Array.of(0.5),
    winners: Int32Array.of(0),
    semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(1), 48: Uint32Array.of(1, 1), 64: Uint32Array.of(1, 1) },
    categoryCodes: Uint32Array.of(1),
    appearance: Uint32Array.of(1, 2, 3, 4),
    regionAppearance: Uint32Array.of(5, 6),
  },
  engine: 'wasm',
  version: 'version',
};

/** A file is its content: two of one content are one photo. */
function file(content: string, path = content): PhotoFile {
  return { file: new File([content], path), path };
}

/** Until everything that can happen by itself has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A storage that may be full; it tries again when the test says so and never by itself. */
class Disk {
  full = false;
  readonly room = new RoomWatch(2 ** 30);

  write(what: string): void {
    if (this.full) throw new StorageFull(`There is no room for ${what}.`);
  }
}

/** An indexer whose photos are analysed by hand: `finish` takes the one that came first, or the one at that place. */
function indexing(ahead: number, disk: Disk = new Disk()) {
  const started: string[] = [];
  const stopped: string[] = [];
  const stored: string[] = [];
  const quarantined: string[] = [];
  const inHand: ((outcome: AnalysedPhoto | Error) => void)[] = [];
  const rows = new Map<string, PhotoRow>();
  const reports: (IndexingProgress | null)[] = [];
  const parts: IndexerParts = {
    library: {
      async add({ photo }) {
        disk.write(photo.id);
        rows.set(photo.id, photo);
        stored.push(photo.id);
      },
      async seen({ path }) {
        disk.write(path);
      },
      quarantine: {
        async put({ path }, _content, reason) {
          disk.write(path);
          quarantined.push(reason);
        },
      },
      report(progress) {
        reports.push(progress);
      },
    },
    ahead: () => ahead,
    contentHash: (blob) => blob.text(),
    async analyse(blob, { signal }) {
      const content = await blob.text();
      started.push(content);
      const outcome = await new Promise<AnalysedPhoto | Error>((resolve) => {
        inHand.push(resolve);
        signal?.addEventListener('abort', () => {
          stopped.push(content);
          inHand.splice(inHand.indexOf(resolve), 1);
          resolve(new Cancelled('stopped'));
        });
      });
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    version: () => Promise.resolve('version'),
    known: (id) => {
      const row = rows.get(id);
      return row && { name: row.name, version: row.version, pictured: row.picture !== 'none' };
    },
    keepsPreviews: () => false,
    keepsPlaces: () => false,
    roomAgain: (signal) => disk.room.again(signal),
    exclusively: (work) => work(),
  };
  const finish = async (outcome: AnalysedPhoto | Error = ANALYSED, at = 0): Promise<void> => {
    await until(() => inHand.length > at);
    inHand.splice(at, 1)[0]!(outcome);
    await settled();
  };
  return { indexer: new Indexer(parts), started, stopped, stored, quarantined, reports, finish };
}

/** Waits for what is on its way, however many turns of the event loop it takes. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await settled();
}

test('the first photo goes alone; after it as many are looked at ahead as there are workers, besides the one that is waited for', async () => {
  const { indexer, started, stored, finish } = indexing(2);
  void indexer.add(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(name)),
    NEVER,
  );
  await until(() => started.length > 0);
  expect(started).toEqual(['a']);
  await finish();
  await until(() => started.length >= 4);
  expect(stored).toEqual(['a']);
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  await finish();
  await until(() => started.length >= 5);
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('photos are stored in their order, whichever is ready first', async () => {
  const { indexer, stored, finish } = indexing(2);
  const run = indexer.add([file('a'), file('b'), file('c')], NEVER);
  await finish();
  await finish(ANALYSED, 1);
  expect(stored).toEqual(['a']);
  await finish();
  expect(await run).toMatchObject({ done: 3, left: 0 });
  expect(stored).toEqual(['a', 'b', 'c']);
});

test('two files of one content are one photo', async () => {
  const { indexer, stored, finish } = indexing(2);
  const run = indexer.add([file('first'), file('same', 'a.jpg'), file('same', 'b.jpg')], NEVER);
  for (let i = 0; i < 3; i++) await finish();
  expect(await run).toMatchObject({ done: 2, already: 1, failed: 0, left: 0 });
  expect(stored).toEqual(['first', 'same']);
});

test('a file that cannot be read is quarantined with its reason, and the rest goes on', async () => {
  const { indexer, stored, quarantined, finish } = indexing(1);
  const run = indexer.add([file('broken'), file('whole')], NEVER);
  await finish(new UnreadablePhoto('It is cut short.'));
  await finish();
  expect(await run).toMatchObject({ done: 1, failed: 1, left: 0 });
  expect([stored, quarantined]).toEqual([['whole'], ['It is cut short.']]);
});

test('a run that is stopped finishes the photo in hand and leaves the others, and another run goes on', async () => {
  const { indexer, started, stored, finish } = indexing(1);
  const stop = new AbortController();
  const [first, other] = [indexer.add([file('a'), file('b')], stop.signal), indexer.add([file('c')], NEVER)];
  await until(() => started.length > 0);
  stop.abort();
  await finish();
  expect(await first).toMatchObject({ done: 1 });
  await finish();
  expect(await other).toMatchObject({ done: 1, left: 0 });
  expect(stored).toEqual(['a', 'c']);
});

test('what was looked at ahead is stopped inside its work when its run is stopped', async () => {
  const { indexer, started, stopped, stored, quarantined, finish } = indexing(2);
  const stop = new AbortController();
  const run = indexer.add(
    ['a', 'b', 'c', 'd'].map((name) => file(name)),
    stop.signal,
  );
  await finish();
  await until(() => started.length === 4);
  stop.abort();
  expect(stopped).toEqual(['c', 'd']);
  await finish();
  expect(await run).toMatchObject({ done: 2 });
  expect([stored, quarantined]).toEqual([['a', 'b'], []]);
});

test('stopping every run resolves once the photo in hand is stored, and what is added afterwards is indexed', async () => {
  const { indexer, started, stored, finish } = indexing(1);
  const runs = [indexer.add([file('a'), file('b')], NEVER), indexer.add([file('c')], NEVER)];
  await until(() => started.length > 0);
  const done = indexer.stop().then(() => [...stored]);
  await finish();
  expect(await done).toEqual(['a']);
  expect(await Promise.all(runs)).toMatchObject([{ done: 1 }, { done: 0 }]);
  const later = indexer.add([file('d')], NEVER);
  await finish();
  expect(await later).toMatchObject({ done: 1, left: 0 });
});

test('a run that is over leaves nothing behind on the signal that could have stopped it', async () => {
  const { indexer, finish } = indexing(1);
  const { signal } = new AbortController();
  const done = indexer.add([file('a')], signal);
  await finish();
  await done;
  await indexer.add([], signal);
  const failed = indexer.add([file('b'), file('c'), file('d')], signal).catch(({ name }: Error) => name);
  for (let i = 0; i < 3; i++) await finish(new Error('out of memory'));
  expect(await failed).toBe('EngineFailed');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('an engine that fails on three photos in a row stops the run and says so', async () => {
  const { indexer, quarantined, finish } = indexing(1);
  const run = indexer.add(
    ['a', 'b', 'c', 'd', 'e'].map((name) => file(name)),
    NEVER,
  );
  const outcome = run.catch((error: Error) => `${error.name}: ${error.message}`);
  await finish();
  for (let i = 0; i < 3; i++) await finish(new Error('out of memory'));
  expect(await outcome).toBe(
    'EngineFailed: Indexing stopped, because the engine failed on 3 photos in a row: out of memory',
  );
  expect(quarantined).toEqual(Array(3).fill('The engine could not work on it: out of memory'));
});

test.each([
  ['a photo', ANALYSED, { done: 2, failed: 0 }, ['a', 'b']],
  ['the reason of a broken file', new UnreadablePhoto('It is cut short.'), { done: 1, failed: 1 }, ['b']],
] as const)(
  'while the storage has no room for %s the run waits and says so, keeps what was computed, and goes on',
  async (_, first, counts, stored) => {
    const disk = new Disk();
    const run = indexing(1, disk);
    const result = run.indexer.add([file('a'), file('b')], NEVER);
    disk.full = true;
    await run.finish(first);
    expect(run.reports.at(-1)).toMatchObject({ paused: 'There is no room for a.', left: 2 });
    disk.room.freed();
    await settled();
    expect(run.reports.at(-1)).toMatchObject({ paused: 'There is no room for a.', left: 2 });
    disk.full = false;
    disk.room.freed();
    await run.finish();
    expect(await result).toMatchObject({ ...counts, left: 0 });
    expect(run.stored).toEqual(stored);
    expect(run.started.filter((name) => name === 'a')).toEqual(['a']);
    expect(run.reports.some((progress) => progress?.done === 1 && progress.paused === undefined)).toBe(true);
  },
);

test('a run that waits for room can be stopped, and another run goes on once there is room', async () => {
  const disk = new Disk();
  const run = indexing(1, disk);
  const stop = new AbortController();
  const results = [run.indexer.add([file('a')], stop.signal), run.indexer.add([file('b')], NEVER)];
  disk.full = true;
  await run.finish();
  stop.abort();
  expect(await results[0]).toMatchObject({ done: 0, left: 1 });
  disk.full = false;
  await run.finish();
  disk.room.freed();
  expect(await results[1]).toMatchObject({ done: 1 });
  expect(run.stored).toEqual(['b']);
});
