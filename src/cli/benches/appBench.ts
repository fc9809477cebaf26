import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import sharp from 'sharp';
import { build, preview } from 'vite';
import { BROWSER_FLAGS, obtainBrowser } from '../../../e2e/browser.ts';
import { rowOfTimes, type BenchRow } from './row.ts';
import { seededPhoto } from './soak.ts';

/** The built app in Chromium, as a person meets it: from opening the page with everything in the browser's cache to the first photo. */
const OPENINGS = 5;
const PHOTOS = 12;

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function upload(seed: number): Promise<Upload> {
  const { data, width, height } = seededPhoto(seed, { width: 640, height: 480 });
  return { name: `scene ${seed}.jpg`, mimeType: 'image/jpeg', buffer: await sharp(data, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 }).toBuffer() };
}

interface Opening {
  /** From navigation to the engine being named, milliseconds. */
  readonly ready: number;
  /** From navigation to the first photo in the grid, so searchable; the photo is handed over as soon as the page takes it. */
  readonly firstPhoto: number;
  /** From the first photo to the last, for each of them. */
  readonly perPhoto: number;
}

async function openAndIndex(context: BrowserContext, origin: string, uploads: readonly Upload[]): Promise<Opening> {
  const page = await context.newPage();
  const start = performance.now();
  const since = (): number => performance.now() - start;
  await page.goto(origin, { waitUntil: 'commit' });
  const engine = page.getByRole('button', { name: /^Engine in use/ }).waitFor({ timeout: 120_000 }).then(since);
  const known = await page.getByRole('grid', { name: 'Photos' }).getByRole('img').count();
  const chooser = page.waitForEvent('filechooser');
  const choose = page.getByRole('button', { name: 'Choose photos', exact: true });
  await choose.first().click({ timeout: 120_000 });
  await (await chooser).setFiles([...uploads]);
  const shown = (count: number) => page.waitForFunction((wanted) => document.querySelectorAll('[role=grid] [role=img], [role=grid] img').length >= wanted, known + count, { timeout: 240_000, polling: 20 });
  await shown(1);
  const firstPhoto = since();
  await shown(uploads.length);
  const perPhoto = (since() - firstPhoto) / Math.max(1, uploads.length - 1);
  const ready = await engine;
  await page.close();
  return { ready, firstPhoto, perPhoto };
}

export async function appBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-app-bench-'));
  const outDir = join(folder, 'dist');
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  const origin = server.resolvedUrls!.local[0]!;
  const uploads = await Promise.all(Array.from({ length: PHOTOS }, (_, i) => upload(i + 1)));
  const openings: Opening[] = [];
  try {
    for (let round = -1; round < OPENINGS; round++) {
      // One profile a round keeps the browser's cache, and loses the gallery, so that the welcome page is there again.
      const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath: obtainBrowser(), args: [...BROWSER_FLAGS] });
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
    rowOfTimes('opening the page, warm cache, until the engine is ready', openings.map(({ ready }) => ready)),
    rowOfTimes('opening the page, warm cache, until the first photo is searchable', openings.map(({ firstPhoto }) => firstPhoto)),
    rowOfTimes('a photo after the first, 640×480, indexed and stored', openings.map(({ perPhoto }) => perPhoto), { note: `${PHOTOS} photos, the pool that the machine gets` }),
  ];
}
