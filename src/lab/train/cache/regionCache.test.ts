import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openFeatureCache } from '../../features/featureCache.ts';
import type { CachedPhoto } from '../../features/fillCache.ts';
import { fillRegionCache, type RegionCacheOptions } from './regionCache.ts';
import type { RegionWorkerSettings } from './regionJob.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-regions-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

/** Answers as regionsWorker.ts does: a photo whose file holds n gets n regions of n; one that holds no number cannot be read. */
const ANSWERING = `
  const { parentPort } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  parentPort.on('message', (job) => {
    const n = Number(readFileSync(job.path, 'utf8'));
    if (!Number.isInteger(n)) parentPort.postMessage({ outcome: 'failed', reason: 'not a picture' });
    else parentPort.postMessage({ outcome: 'cached', regions: new Uint16Array(n * 3).fill(n), boxes: new Uint16Array(n * 4).fill(n) });
  });
`;

const settings: RegionWorkerSettings = {
  models: '',
  backbone: 'tiny',
  taps: [{ tap: 'only', channels: 3, levels: [1] }],
  detectorClasses: 0,
  proposalsPerPhoto: 9,
  maps: null,
  mirrored: false,
};

/** A file that holds the number or the text, by default `photo n`. */
function job(content: number | string, id = `photo ${content}`): CachedPhoto {
  const path = join(folder, 'data', id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, String(content));
  return { id, path };
}

function filled(photos: readonly CachedPhoto[], options: Partial<RegionCacheOptions> = {}, started: Worker[] = []) {
  const startWorker = (): Worker => {
    const worker = new Worker(ANSWERING, { eval: true });
    started.push(worker);
    return worker;
  };
  return fillRegionCache(photos, {
    folder: join(folder, 'cache'),
    version: 'tiny@64#0 geodesic#1',
    inputSide: 64,
    workers: 2,
    settings,
    startWorker,
    ...options,
  });
}

test("each photo's regions and boxes are read back, whichever worker made them", async () => {
  const cache = await filled([1, 2, 3, 4, 5].map((n) => job(n)));
  expect([...cache.keys].sort()).toEqual([1, 2, 3, 4, 5].map((n) => `photo ${n}`));
  for (const n of [1, 5]) {
    expect(cache.halves(`photo ${n}`, 'regions')).toEqual({ h: n, w: 1, d: 3, halves: new Uint16Array(n * 3).fill(n) });
    expect(cache.halves(`photo ${n}`, 'boxes')).toEqual({ h: n, w: 1, d: 4, halves: new Uint16Array(n * 4).fill(n) });
  }
  cache.close();
});

test('a photo that cannot be read is named and left out, and is tried again the next time', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const cache = await filled([job(1), job('a shopping list', 'notes'), job(2)]);
  expect(said).toHaveBeenCalledWith(`${join(folder, 'data', 'notes')}: not a picture`);
  expect([...cache.keys].sort()).toEqual(['photo 1', 'photo 2']);
  cache.close();
  const later = await filled([job(1), job(3, 'notes'), job(2)]);
  expect(later.has('notes')).toBe(true);
  later.close();
});

test('what an earlier run finished is not asked for again; when all is there no worker starts', async () => {
  (await filled([job(1), job(2)])).close();
  const some: Worker[] = [];
  const cache = await filled([job(1), job(2), job(3)], { workers: 1 }, some);
  expect(some).toHaveLength(1);
  expect(cache.has('photo 3')).toBe(true);
  cache.close();
  const started: Worker[] = [];
  (await filled([job(1), job(2), job(3)], {}, started)).close();
  expect(started).toEqual([]);
});

test('another photo under a name that was there before gets features of its own, and the first keeps its', async () => {
  (await filled([job(1, 'a'), job(2, 'b')])).close();
  const second = await filled([job(5, 'a'), job(2, 'c')]);
  expect([second.halves('a', 'regions').h, second.halves('c', 'regions').h]).toEqual([5, 2]);
  expect(second.has('b')).toBe(false);
  second.close();
  const first = await filled([job(1, 'a')]);
  expect(first.halves('a', 'regions').h).toBe(1);
  first.close();
});

test('one file under two names is computed once and found under both', async () => {
  const cache = await filled([job(3, 'a'), job(3, 'copies/a')]);
  expect([cache.halves('a', 'regions').h, cache.halves('copies/a', 'regions').h]).toEqual([3, 3]);
  cache.close();
  expect(openFeatureCache(join(folder, 'cache')).keys).toHaveLength(1);
});

test('a photo whose file is gone is named and left out', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const cache = await filled([job(1), { id: 'gone', path: join(folder, 'gone.jpg') }]);
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/gone\.jpg: ENOENT/));
  expect(cache.keys).toEqual(['photo 1']);
  cache.close();
});

test('two photos of one id are refused: one would get the features of the other', async () => {
  await expect(filled([job(1, 'a'), { ...job(2, 'b'), id: 'a' }])).rejects.toThrow('two photos have one id');
});

test('regions of other proposals, another backbone or mirrored photos are never mixed in', async () => {
  (await filled([job(1)])).close();
  await expect(filled([job(2)], { version: 'tiny@64#0 geodesic#2' })).rejects.toThrow(
    `${join(folder, 'cache')} holds another cache`,
  );
  await expect(filled([job(2)], { settings: { ...settings, mirrored: true } })).rejects.toThrow(
    `${join(folder, 'cache')} holds another cache`,
  );
});

test('a worker that fails to start fails the run with its reason', async () => {
  const startWorker = (): Worker => new Worker('throw new Error("no model file")', { eval: true });
  await expect(filled([job(1)], { startWorker })).rejects.toThrow('no model file');
});

test('no worker at all is refused', async () => {
  for (const workers of [0, NaN]) {
    await expect(filled([job(1)], { workers })).rejects.toThrow(
      `fillCache: got ${workers} workers, wanted a positive whole number`,
    );
  }
});
