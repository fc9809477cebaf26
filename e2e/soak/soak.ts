import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { expect } from '@playwright/test';
import { seededRandom } from '../../src/base/seededRandom.ts';
import { readParts } from '../../src/gallery/archive/readGalleryFile.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { type PhotoUpload, sceneUpload } from '../photos/uploads.ts';
import { chooseEngine, gpuInUse } from '../webgpu/rowsOnEngine.ts';
import { recoveries } from '../webgpu/workerGpu.ts';
import type { Block } from './blocks.ts';
import type { Fault } from './faults.ts';
import { Session } from './session.ts';
import type { BlockOutcome, Outcome } from './table.ts';

/** New photos in each round. */
const PHOTOS = 3;
/** Faults come within this time after the photos were chosen, milliseconds: on WASM they are done by then, more or less. */
const WITHIN = { wasm: 2500, webgpu: 12_000 } as const;

/** How long a GPU is waited for before the next fault, milliseconds. */
const GPU_BACK_MS = 60_000;

async function newPhotos(session: Session, round: number): Promise<PhotoUpload[]> {
  const uploads: PhotoUpload[] = [];
  for (let i = 0; i < PHOTOS; i++) uploads.push(await sceneUpload(session.page, round * PHOTOS + i + 1, 320, 240));
  return uploads;
}

/** How many photos that were shown are not there any more; waits for them for a while. */
async function lostOf(session: Session, shown: number): Promise<number> {
  try {
    await expect.poll(() => session.facet.photoCount()).toBeGreaterThanOrEqual(shown);
    return 0;
  } catch {
    return shown - (await session.facet.photoCount());
  }
}

/** Photos are chosen, the fault comes at some moment, and they are chosen once more: what is there stays, what is not comes in. */
async function round(session: Session, number: number, fault: Fault, delay: number): Promise<Outcome> {
  const uploads = await newPhotos(session, number);
  await session.facet.pick(uploads);
  await session.page.waitForTimeout(delay);
  const shown = await session.facet.photoCount();
  await session.notePauses();
  await fault.strike(session);

  await session.facet.ready();
  const lost = await lostOf(session, shown);
  await session.facet.indexed();
  await session.facet.pick(uploads);
  await session.facet.added((number + 1) * PHOTOS);
  await session.notePauses();
  return { fault: fault.name, lost, putAside: await session.facet.quarantine.count() };
}

/** Ids of all photos, in the index file that a person would save. */
async function exportedIds({ page }: Session): Promise<string[]> {
  const settings = new SettingsDialog(page);
  await settings.open();
  const download = await settings.exportIndex({ withThumbnails: false });
  const ids: string[] = [];
  for await (const part of readParts(new Blob([await readFile(await download.path())])))
    if (part.kind === 'photo') ids.push(part.travelling.photo.id);
  return ids;
}

/**
 * The block's faults at moments that its seed decides, in a profile of its own; afterwards every photo should be there once.
 * @param address of the built app
 */
export async function soakBlock(address: string, { name, engine, faults, seed }: Block): Promise<BlockOutcome> {
  const random = seededRandom(seed);
  const session = new Session(address, { gpu: engine === 'webgpu' });
  try {
    await session.open();
    if (engine === 'webgpu') await chooseEngine(session.page, 'WebGPU');
    const outcomes: Outcome[] = [];
    for (const [number, fault] of faults.entries()) {
      // Chromium itself gives no GPU any more once its process has crashed some times; then it is WASM that has to go on.
      if (engine === 'webgpu') await gpuInUse(session.page, GPU_BACK_MS);
      outcomes.push(await round(session, number, fault, random() * WITHIN[engine]));
      console.log(`${name}: ${number + 1}, ${fault.name}`);
    }
    const ids = await exportedIds(session);
    const once = new Set(ids).size;
    return {
      block: name,
      outcomes,
      twice: ids.length - once,
      miscounted: Math.abs(once - faults.length * PHOTOS),
      longestPause: session.pauses.longest,
      longestFrame: session.pauses.frame,
      load: Math.round(loadavg()[0] ?? 0),
      recoveries: engine === 'webgpu' ? (await recoveries(session.page)).filter(Number.isFinite) : [],
    };
  } finally {
    await session.end();
  }
}
