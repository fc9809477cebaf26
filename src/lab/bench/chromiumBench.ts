import { existsSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import sharp from 'sharp';
import { createServer, type ViteDevServer } from 'vite';
import { launchBrowser } from '../../tools/browser.ts';
import { readHumanModels } from '../convert/storedGraph/humanModels.ts';
import { seededPhoto } from '../synthesise/seededPhoto.ts';
import type * as StageTimes from './page/stageTimes.ts';
import { type BenchRow, rowOfTimes } from './row.ts';

/**
 * Every stage in Chromium, on WASM and on the WebGPU adapter at hand, with the stored graph and onnxruntime-web beside the network, and
 * photos a second by the number of workers. FACET_HUMAN_MODELS names the package's archive, for the stored graph; FACET_BENCH_ENGINES=wasm
 * leaves WebGPU out, which takes minutes on a software adapter.
 */
const RUNS = { wasm: 10, webgpu: 3 } as const;
const ENGINES = ['wasm', 'webgpu'] as const;
const POOL_PHOTOS = 16;
const POOL_SIZES = [1, 2] as const;
const MODULE = '/src/lab/bench/page/stageTimes.ts';

/** The development server of the modules, with what the bench alone imports ready before the page asks for it. */
async function serveModules(): Promise<ViteDevServer> {
  const server = await createServer({
    mode: 'e2e',
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    server: { port: 0 },
    optimizeDeps: { include: ['onnxruntime-web', 'onnxruntime-web/webgpu', 'comlink'] },
  });
  return server.listen();
}

/** A drawn photo of the working size. */
async function photo(seed: number): Promise<number[]> {
  const { data, width, height } = seededPhoto(seed, { width: 384, height: 288 });
  return [
    ...(await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer()),
  ];
}

/** Serves the package's graph to the pages. @returns whether it is at hand */
async function serveStoredGraph(context: BrowserContext): Promise<boolean> {
  const archive = process.env['FACET_HUMAN_MODELS'];
  if (archive === undefined || !existsSync(archive)) return false;
  const { json, weights } = readHumanModels(archive);
  await context.route('**/bench/nanodet.json', (route) => route.fulfill({ json }));
  await context.route('**/bench/nanodet.bin', (route) =>
    route.fulfill({ body: Buffer.from(weights), contentType: 'application/octet-stream' }),
  );
  return true;
}

async function stageRows(page: Page, engine: 'wasm' | 'webgpu', graph: boolean): Promise<BenchRow[]> {
  const seen = await page.evaluate(
    async ({ module, wished, jpeg, runs, stored }) => {
      // By its address on the server: the page imports the module, not this program.
      const { stageTimes } = (await import(/* @vite-ignore */ module)) as typeof StageTimes;
      return stageTimes(wished, jpeg, runs, stored);
    },
    { module: MODULE, wished: engine, jpeg: await photo(1), runs: RUNS[engine], stored: graph },
  );
  return seen.stages.map(({ name, peer, note, times }) =>
    rowOfTimes(`${engine}: ${name}`, times, {
      ...(peer === undefined ? {} : { peer }),
      note: note === undefined ? seen.engine : `${seen.engine}; ${note}`,
    }),
  );
}

async function poolRow(page: Page, workers: number): Promise<BenchRow> {
  const jpegs = await Promise.all(Array.from({ length: POOL_PHOTOS }, (_, i) => photo(i + 1)));
  const ms = await page.evaluate(
    async ({ module, bytes, size }) => {
      const { poolTime } = (await import(/* @vite-ignore */ module)) as typeof StageTimes;
      return poolTime(bytes, size);
    },
    { module: MODULE, bytes: jpegs, size: workers },
  );
  const perSecond = (POOL_PHOTOS / ms) * 1000;
  return rowOfTimes(`a photo of ${POOL_PHOTOS} through a pool of ${workers}`, [ms / POOL_PHOTOS], {
    note: `${perSecond.toFixed(2)} photos a second, all of their way, WASM`,
  });
}

export async function chromiumBench(): Promise<BenchRow[]> {
  const server = await serveModules();
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const graph = await serveStoredGraph(context);
    const open = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`${server.resolvedUrls!.local[0]!}e2e/modules/blank.html`, { timeout: 120_000 });
      return page;
    };
    const rows: BenchRow[] = [];
    const wanted = process.env['FACET_BENCH_ENGINES']?.split(',') ?? ENGINES;
    for (const engine of ENGINES.filter((name) => wanted.includes(name))) {
      const page = await open();
      rows.push(...(await stageRows(page, engine, graph)));
      await page.close();
    }
    for (const workers of POOL_SIZES) {
      const page = await open();
      rows.push(await poolRow(page, workers));
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
