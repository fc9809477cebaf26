import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { BROWSER_FLAGS, obtainBrowser } from '../../../tools/browser.ts';
import type { BuiltPage } from '../gallery/builtPage.ts';
import { seededUpload, type Upload } from '../gallery/seededUpload.ts';
import { type BenchRow, rowOfTimes } from '../row.ts';

/** The built app in Chromium, as a person meets it: from opening the page with everything in the browser's cache to the first photo. */
const OPENINGS = 5;
/** A browser compiles what runs often, in each worker again, and is busy with that during the first photos. */
const WARMING_PHOTOS = 12;
const PHOTOS = 36;
/** A browser that starts has much to do of its own, for a second and a half on two cores; the one that a person opens the page in runs. */
const SETTLE_MS = 3000;

interface Opening {
  /** From navigation to the engine being named, milliseconds. */
  readonly ready: number;
  /** From navigation to the first photo in the grid, so searchable; the photo is handed over as soon as the page takes it. */
  readonly firstPhoto: number;
  /** From the first photo to `WARMING_PHOTOS`, for each of them. */
  readonly perPhoto: number;
  /** From there to the last, for each of them. */
  readonly perPhotoWarm: number;
}

/** Resolves when so many photos are indexed, or the run is over. */
async function indexed(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const bar = document.querySelector('[role=progressbar][aria-label="Photos indexed"]');
      return bar === null || Number(bar.getAttribute('aria-valuenow')) >= wanted;
    },
    count,
    { timeout: 240_000, polling: 20 },
  );
}

async function openAndIndex(context: BrowserContext, origin: string, uploads: readonly Upload[]): Promise<Opening> {
  const page = await context.newPage();
  const start = performance.now();
  const since = (): number => performance.now() - start;
  await page.goto(origin, { waitUntil: 'commit' });
  const engine = page
    .getByRole('button', { name: /^Engine in use/ })
    .waitFor({ timeout: 120_000 })
    .then(since);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose photos', exact: true }).first().click({ timeout: 120_000 });
  await (await chooser).setFiles([...uploads]);
  await page.waitForFunction(() => document.querySelector('[role=grid] [role=img], [role=grid] img') !== null, null, {
    timeout: 240_000,
    polling: 20,
  });
  const firstPhoto = since();
  await indexed(page, WARMING_PHOTOS);
  const warm = since();
  await indexed(page, uploads.length);
  const [perPhoto, perPhotoWarm] = [
    (warm - firstPhoto) / (WARMING_PHOTOS - 1),
    (since() - warm) / (uploads.length - WARMING_PHOTOS),
  ];
  const ready = await engine;
  await page.close();
  return { ready, firstPhoto, perPhoto, perPhotoWarm };
}

export async function openingRows({ dist }: BuiltPage): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-app-bench-'));
  const server = await preview({ logLevel: 'error', build: { outDir: dist }, preview: { port: 0 } });
  const origin = server.resolvedUrls!.local[0]!;
  const uploads = await Promise.all(Array.from({ length: PHOTOS }, (_, i) => seededUpload(i + 1)));
  const openings: Opening[] = [];
  try {
    for (let round = -1; round < OPENINGS; round++) {
      // One profile a round keeps the browser's cache, and loses the gallery, so that the welcome page is there again.
      const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
        executablePath: obtainBrowser(),
        args: [...BROWSER_FLAGS],
      });
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const opening = await openAndIndex(context, origin, uploads);
      if (round >= 0) openings.push(opening);
      const page = await context.newPage();
      await page.goto(`${origin}licences.txt`);
      await page.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
      });
      await context.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    rowOfTimes(
      'opening the page, warm cache, until the engine is ready',
      openings.map(({ ready }) => ready),
    ),
    rowOfTimes(
      'opening the page, warm cache, until the first photo is searchable',
      openings.map(({ firstPhoto }) => firstPhoto),
    ),
    rowOfTimes(
      `photos 2 to ${WARMING_PHOTOS}, 640×480, indexed and stored, each`,
      openings.map(({ perPhoto }) => perPhoto),
      { note: 'the pool that the machine gets, while the browser compiles' },
    ),
    rowOfTimes(
      `photos ${WARMING_PHOTOS + 1} to ${PHOTOS}, each`,
      openings.map(({ perPhotoWarm }) => perPhotoWarm),
      { note: 'the same pool, warm' },
    ),
  ];
}
