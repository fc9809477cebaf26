import { expect, test } from 'vitest';
import type { PhotoFile } from '../api/photoFile.ts';
import { addThrough, type Run, WorkerDied } from './survivingRun.ts';

const photo = (path: string): PhotoFile => ({ file: new File([path], path), path });

/** A worker that keeps what it has done and dies as often as told with a photo in hand. */
function mortal(deaths: Readonly<Record<string, number>>, again = true) {
  const left = new Map(Object.entries(deaths));
  const stored = new Set<string>();
  const aside: string[] = [];
  let last: ReturnType<Run['last']> = null;
  const run: Run = {
    async add(photos) {
      let [done, already] = [0, 0];
      for (const { path } of photos) {
        last = { current: path, done };
        const times = left.get(path) ?? 0;
        if (times > 0) {
          left.set(path, times - 1);
          throw new WorkerDied(again);
        }
        if (stored.has(path)) already++;
        else done++;
        stored.add(path);
      }
      return { done, already, failed: 0, left: 0, current: null, etaSeconds: 0, where: 'here' };
    },
    async setAside({ path }) {
      aside.push(path);
    },
    last: () => last,
  };
  return { run, stored, aside };
}

const PHOTOS = ['a', 'b', 'c', 'd'].map(photo);

test('a worker that dies once with a photo in hand loses nothing: every photo is done and counted once', async () => {
  const { run, stored, aside } = mortal({ b: 1, d: 1 });
  expect(await addThrough(run, PHOTOS)).toMatchObject({ done: 4, already: 0, failed: 0 });
  expect([[...stored].sort(), aside]).toEqual([['a', 'b', 'c', 'd'], []]);
});

test('a photo with which it dies twice is put aside, and the others go on', async () => {
  const { run, stored, aside } = mortal({ b: 9, d: 1 });
  expect(await addThrough(run, PHOTOS)).toMatchObject({ done: 3, already: 0, failed: 1 });
  expect([[...stored].sort(), aside]).toEqual([['a', 'c', 'd'], ['b']]);
});

test('where no new worker comes the run ends and says so', async () => {
  await expect(addThrough(mortal({ b: 1 }, false).run, PHOTOS)).rejects.toThrow('stops again and again');
});
