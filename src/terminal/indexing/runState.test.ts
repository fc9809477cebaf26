import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IndexedPhoto } from '../../gallery/gallery.ts';
import { indexedPhotos } from './indexedPhotos.ts';
import { Ledger } from './ledger.ts';
import { endRun, openRun } from './runState.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-run-'));
  out = join(folder, 'out.facet');
});
afterEach(() => rmSync(folder, { recursive: true }));

function row(id: string, path: string): IndexedPhoto {
  return {
    photo: {
      id,
      name: path,
      path,
      size: 1,
      lastModified: 2,
      addedAt: 3,
      width: 4,
      height: 5,
      version: 'v',
      probabilities: Float32Array.of(0.25),
      semanticCodes: {
        16: Uint32Array.of(1),
        32: Uint32Array.of(2),
        48: Uint32Array.of(3, 4),
        64: Uint32Array.of(5, 6),
      },
      categoryCodes: Uint32Array.of(7),
      fingerprint: Uint32Array.of(8, 9),
      corrections: {},
    },
    analysis: {
      id,
      boxes: Float32Array.of(0, 0, 1, 1),
      objectness: Float32Array.of(1),
      proposalProbabilities: Uint8Array.of(64),
      winners: Int32Array.of(0),
    },
    thumbnail: { id, type: 'image/jpeg', bytes: new ArrayBuffer(8) },
    file: { id, path, size: 1, lastModified: 2 },
  };
}

const file = (path: string, id: string) => ({ path, size: 1, lastModified: 2, id });

test('what an earlier run did is there again, rows and all', () => {
  const first = openRun(out, '/photos', 'v', false);
  first.spool.add(row('a', 'one.jpg'));
  first.journal.add(file('one.jpg', 'a'));
  const second = openRun(out, '/photos', 'v', true);
  expect([...second.done.values()]).toEqual([file('one.jpg', 'a')]);
  expect(second.spool.read('a')).toEqual(row('a', 'one.jpg'));
});

test('however the last photo or the last line was cut short, what was before them holds and the run goes on', () => {
  const first = openRun(out, '/photos', 'v', false);
  first.spool.add(row('a', 'one.jpg'));
  first.journal.add(file('one.jpg', 'a'));
  const before = statSync(`${out}.photos`).size;
  first.spool.add(row('b', 'two.jpg'));
  first.journal.add(file('two.jpg', 'b'));
  const { size } = statSync(`${out}.photos`);
  appendFileSync(`${out}.done`, '{"path":"three.jpg","si');
  for (const cut of [size - 1, before + 20, before + 8, before + 3]) {
    truncateSync(`${out}.photos`, cut);
    const second = openRun(out, '/photos', 'v', true);
    expect([...second.done.keys()]).toEqual(['one.jpg']);
    expect(statSync(`${out}.photos`).size).toBe(before);
  }
  const third = openRun(out, '/photos', 'v', true);
  third.spool.add(row('b', 'two.jpg'));
  third.journal.add(file('two.jpg', 'b'));
  const fourth = openRun(out, '/photos', 'v', true);
  expect([...fourth.done.keys()]).toEqual(['one.jpg', 'two.jpg']);
  expect(fourth.spool.read('b')).toEqual(row('b', 'two.jpg'));
});

test('an unfinished run is never overwritten by accident, nor mixed with another folder or model', () => {
  openRun(out, '/photos', 'v', false);
  expect(() => openRun(out, '/photos', 'v', false)).toThrow('was not finished. Go on with it by --resume');
  expect(() => openRun(out, '/others', 'v', true)).toThrow('The unfinished run was of /photos');
  expect(() => openRun(out, '/photos', 'w', true)).toThrow('with the model v; this one is of /photos with w');
});

test('a run at its end leaves nothing of its own behind', () => {
  endRun(out, openRun(out, '/photos', 'v', true));
  expect([existsSync(`${out}.photos`), existsSync(`${out}.done`)]).toEqual([false, false]);
});

test('one photo a content, under its first path, with all the paths at which it lies', () => {
  const { spool } = openRun(out, '/photos', 'v', false);
  spool.add(row('a', 'z/analysed first.jpg'));
  spool.add(row('b', 'm.jpg'));
  const done = [file('z/analysed first.jpg', 'a'), file('m.jpg', 'b'), file('a/copy.jpg', 'a')];
  const { count, rows } = indexedPhotos(done, spool);
  expect(count).toBe(2);
  const photos = [...rows];
  expect(photos.map(({ photo }) => [photo.id, photo.name, photo.path])).toEqual([
    ['a', 'copy.jpg', 'a/copy.jpg'],
    ['b', 'm.jpg', 'm.jpg'],
  ]);
  expect(photos[0]!.files.map(({ path }) => path)).toEqual(['a/copy.jpg', 'z/analysed first.jpg']);
});

test('the numbers of the progress add up to the total at any moment', () => {
  const ledger = new Ledger(5, [{ path: 'locked', reason: 'It may not be read.' }]);
  const steps = [
    () => ledger.add(file('one.jpg', 'a')),
    () => ledger.add(file('copy.jpg', 'a')),
    () => ledger.failed.push({ path: 'two.jpg', reason: 'damaged' }),
    () => ledger.notPhotos.push({ path: 'notes.txt', reason: 'no photo' }),
    () => ledger.add(file('three.jpg', 'c')),
  ];
  for (const step of steps) {
    step();
    const { total, indexed, copies, failed, notPhotos, left } = ledger.progress;
    expect(indexed + copies + failed + notPhotos + left).toBe(total);
  }
  expect(ledger.progress).toEqual({ total: 6, indexed: 2, copies: 1, failed: 2, notPhotos: 1, left: 0 });
});
