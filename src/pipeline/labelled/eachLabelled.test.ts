import { expect, test } from 'vitest';
import { Cancelled, UnreadablePhoto } from '../api/errors.ts';
import { eachLabelled } from './eachLabelled.ts';

const files = new Map(['a', 'b', 'c'].map((path) => [path, new File([path], path)]));

function looking(look: (photo: string, file: File) => Promise<string>, signal = new AbortController().signal) {
  const progress: [number, number][] = [];
  const run = eachLabelled(['c', 'gone', 'a', 'b'], files, {
    pathOf: (photo) => photo,
    look,
    ahead: 2,
    signal,
    onProgress: (found, unreadable) => progress.push([found, unreadable]),
  });
  return { run, progress };
}

test('photos are in the order of the folder, and those left out have their reasons', async () => {
  const { run, progress } = looking(async (photo, file) => {
    // The first one is the last to be done.
    if (photo === 'c') await new Promise((resolve) => setTimeout(resolve, 20));
    if (photo === 'b') throw new UnreadablePhoto('It is damaged.');
    return `${photo} ${await file.text()}`;
  });
  const { found, unreadable } = await run;
  expect(found).toEqual([
    { photo: 'c', value: 'c c' },
    { photo: 'a', value: 'a a' },
  ]);
  expect(unreadable).toEqual([
    { path: 'gone', reason: 'The labels name it, and it is not in the folder.' },
    { path: 'b', reason: 'It is damaged.' },
  ]);
  expect(progress.at(-1)).toEqual([2, 2]);
});

test('what is no photo’s fault ends it, and so does a person', async () => {
  await expect(looking(() => Promise.reject(new Error('The engine failed.'))).run).rejects.toThrow(
    'The engine failed.',
  );
  await expect(looking(async (photo) => photo, AbortSignal.abort()).run).rejects.toThrow(Cancelled);
});
