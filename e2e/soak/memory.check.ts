import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { hostileFile } from '../../src/lab/soak/hostileFile.ts';
import { sceneHeic } from '../photos/heic.ts';
import { sceneUpload } from '../photos/uploads.ts';
import { chooseEngine } from '../webgpu/rowsOnEngine.ts';
import { Checkpoints } from './checkpoints.ts';
import { Session } from './session.ts';

/** 500 take some ten minutes; 2,000 and 10,000 are for a night. */
const PHOTOS = Number(process.env['FACET_SOAK_PHOTOS'] ?? 500);
const ENGINE = process.env['FACET_SOAK_ENGINE'] === 'WebGPU' ? 'WebGPU' : 'WebAssembly';
const HOSTILE = Number(process.env['FACET_SOAK_HOSTILE'] ?? 200);
/** How many are chosen at a time. */
const BATCH = 25;
/** Until here everything is loaded, and what is kept for speed is filled. */
const WARM = 50;
const MB = 1e6;
const MOST_GROWTH = 20 * MB;
const MOST = 1000 * MB;

interface Look {
  readonly engine: string;
  readonly photos: number;
  readonly now: number;
  readonly most: number;
}

/** Draws the photos of one batch, in a browser of its own, whose memory is not looked at. @returns their paths */
async function drawn(painter: Page, folder: string, first: number, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const { name, buffer } = await sceneUpload(painter, seed, 1024, 768);
    paths.push(join(folder, name));
    writeFileSync(paths.at(-1)!, buffer);
  }
  return paths;
}

test(`${PHOTOS} photos on ${ENGINE}: the memory of the page stays flat`, async ({ page: painter, baseURL }) => {
  const checkpoints = new Checkpoints<Look>(`memory-${ENGINE}-${PHOTOS}`);
  const folder = mkdtempSync(join(tmpdir(), 'facet-memory-'));
  const session = new Session(baseURL ?? '', { gpu: ENGINE === 'WebGPU' });
  const looks: Look[] = [];
  try {
    await session.open();
    if (ENGINE === 'WebGPU') await chooseEngine(session.page, ENGINE);
    while ((looks.at(-1)?.photos ?? 0) < PHOTOS) {
      const before = looks.at(-1)?.photos ?? 0;
      const paths = await drawn(painter, folder, before + 1, Math.min(BATCH, PHOTOS - before));
      await session.facet.pick(paths);
      await session.facet.added(before + paths.length);
      // Thumbnails are still being shown, and what is thrown away is given back a little later.
      await session.page.waitForTimeout(2000);
      await session.memory();
      await session.page.waitForTimeout(1000);
      const look = { engine: ENGINE, photos: before + paths.length, ...(await session.memory()) };
      looks.push(look);
      checkpoints.add(look);
      console.log(
        `${look.photos} photos: ${(look.now / MB).toFixed(0)} MB, at most ${(look.most / MB).toFixed(0)} MB so far`,
      );
    }
    await expect(session.facet.quarantine).toHaveCount(0);
  } finally {
    await session.end();
    rmSync(folder, { recursive: true });
  }
  const warm = looks.filter(({ photos }) => photos >= WARM);
  const growth = warm.at(-1)!.now - warm[0]!.now;
  console.log(`| engine | photos | MB after ${WARM} | MB at the end | most MB |\n| --- | --- | --- | --- | --- |`);
  console.log(
    `| ${ENGINE} | ${PHOTOS} | ${[warm[0]!.now, warm.at(-1)!.now, warm.at(-1)!.most].map((bytes) => (bytes / MB).toFixed(0)).join(' | ')} |`,
  );
  expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
  expect(looks.at(-1)!.most).toBeLessThanOrEqual(MOST);
});

test(`${HOSTILE} hostile files in the page: each is indexed or put aside, and none takes the memory`, async ({
  baseURL,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'facet-hostile-'));
  const session = new Session(baseURL ?? '');
  try {
    const paths: string[] = [];
    for (let seed = 0; seed < HOSTILE; seed++) {
      const { name, bytes } = await hostileFile(seed, sceneHeic());
      paths.push(join(folder, name));
      writeFileSync(paths.at(-1)!, bytes);
    }
    await session.open();
    for (let begin = 0; begin < HOSTILE; begin += BATCH) {
      await session.facet.pick(paths.slice(begin, begin + BATCH));
      await expect(session.facet.indexing).toBeVisible();
      await session.facet.indexed();
    }
    const indexed = await session.facet.photoCount();
    await session.notePauses();
    const { now, most } = await session.memory();
    console.log(
      `| ${HOSTILE} hostile files | ${indexed} indexed | ${(now / MB).toFixed(0)} MB at the end | ${(most / MB).toFixed(0)} MB at most | longest pause ${session.pauses.longest.toFixed(0)} ms |`,
    );
    expect(most).toBeLessThanOrEqual(MOST);
    expect(session.pauses.longest).toBeLessThan(3000);
  } finally {
    await session.end();
    rmSync(folder, { recursive: true });
  }
});
