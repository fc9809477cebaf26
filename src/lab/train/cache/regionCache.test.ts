import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fillRegionCache, type RegionCacheOptions } from './regionCache.ts';
import type { RegionJob, RegionWorkerSettings } from './regionJob.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-regions-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

/** Answers as regionsWorker.ts does: photo n gets n regions of n; a path that is no number cannot be read. */
const ANSWERING = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, path }) => {
    const n = Number(path);
    if (!Number.isInteger(n)) parentPort.postMessage({ id, outcome: 'failed', reason: 'not a picture' });
    else parentPort.postMessage({ id, outcome: 'cached', regions: new Uint16Array(n * 3).fill(n), boxes: new Uint16Array(n * 4).fill(n) });
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
const job = (n: number): RegionJob => ({ id: `photo ${n}`, path: String(n) });

function filled(photos: readonly RegionJob[], options: Partial<RegionCacheOptions> = {}, started: Worker[] = []) {
  const startWorker = (): Worker => {
    const worker = new Worker(ANSWERING, { eval: true });
    started.push(worker);
    return worker;
  };
  return fillRegionCache(photos, {
    folder,
    version: 'tiny@64#0 geodesic#1',
    inputSide: 64,
    workers: 2,
    settings,
    startWorker,
    ...options,
  });
}

test("each photo's regions and boxes are read back, whichever worker made them", async () => {
  const cache = await filled([1, 2, 3, 4, 5].map(job));
  expect([...cache.ids].sort()).toEqual([1, 2, 3, 4, 5].map((n) => `photo ${n}`));
  for (const n of [1, 5]) {
    expect(cache.halves(`photo ${n}`, 'regions')).toEqual({ h: n, w: 1, d: 3, halves: new Uint16Array(n * 3).fill(n) });
    expect(cache.halves(`photo ${n}`, 'boxes')).toEqual({ h: n, w: 1, d: 4, halves: new Uint16Array(n * 4).fill(n) });
  }
  cache.close();
});

test('a photo that cannot be read is named and left out, and is tried again the next time', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const cache = await filled([job(1), { id: 'notes', path: 'notes.txt' }, job(2)]);
  expect(said).toHaveBeenCalledWith('notes: not a picture');
  expect([...cache.ids].sort()).toEqual(['photo 1', 'photo 2']);
  cache.close();
  const later = await filled([job(1), { id: 'notes', path: '3' }, job(2)]);
  expect(later.has('notes')).toBe(true);
  later.close();
});

test('what an earlier run finished is not asked for again; when all is there no worker starts', async () => {
  (await filled([job(1), job(2)])).close();
  // A second answer for photo 1 would have four regions.
  const cache = await filled([{ id: 'photo 1', path: '4' }, job(2), job(3)]);
  expect(cache.halves('photo 1', 'regions').h).toBe(1);
  expect(cache.has('photo 3')).toBe(true);
  cache.close();
  const started: Worker[] = [];
  (await filled([job(1), job(2), job(3)], {}, started)).close();
  expect(started).toEqual([]);
});

test('regions of other proposals, another backbone or mirrored photos are never mixed in', async () => {
  (await filled([job(1)])).close();
  await expect(filled([job(2)], { version: 'tiny@64#0 geodesic#2' })).rejects.toThrow(`${folder} holds another cache`);
  await expect(filled([job(2)], { settings: { ...settings, mirrored: true } })).rejects.toThrow(
    `${folder} holds another cache`,
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
