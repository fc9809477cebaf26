import { existsSync } from 'node:fs';
import { createServer } from 'vite';
import { launchBrowser } from '../../tools/browser.ts';
import { readObjectron, SSD_SIDE, ssdEnds } from '../convert/tflite/objectron.ts';
import { readTflite, withOutputs } from '../convert/tflite/tfliteModel.ts';
import type * as MobileTimes from './page/mobileTimes.ts';
import { type BenchRow, rowOfTimes } from './row.ts';

/**
 * SSD-MobileNetV2 in Chromium on WASM, one thread, beside onnxruntime-web on the same weights and LiteRT.js on the package's own graph,
 * which is fixed at 300×300 and cut behind the maps that we take. LiteRT.js takes part when FACET_OBJECTRON names the package's archive.
 */
const RUNS = 20;
const MODULE = '/src/lab/bench/page/mobileTimes.ts';
const MODEL = '/bench/ssd.tflite';

/** The package's graph, cut behind the maps that are timed; null where it is not at hand. */
function cutGraph(): Buffer | null {
  const archive = process.env['FACET_OBJECTRON'];
  if (archive === undefined || !existsSync(archive)) return null;
  const { model } = readObjectron(archive);
  const { mobile32, openImages16 } = ssdEnds(readTflite(model));
  return Buffer.from(withOutputs(model, [mobile32!, openImages16!]));
}

export async function mobileBench(): Promise<BenchRow[]> {
  const graph = cutGraph();
  const server = await createServer({
    mode: 'e2e',
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    server: { port: 0 },
    optimizeDeps: { include: ['onnxruntime-web', '@litertjs/core'] },
  });
  await server.listen();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    if (graph !== null) await page.route(`**${MODEL}`, (route) => route.fulfill({ body: graph }));
    await page.goto(`${server.resolvedUrls!.local[0]!}e2e/modules/blank.html`, { timeout: 120_000 });
    const rows = await page.evaluate(
      async ({ module, side, runs, model }) => {
        // By its address on the server: the page imports the module, not this program.
        const { mobileTimes } = (await import(/* @vite-ignore */ module)) as typeof MobileTimes;
        return mobileTimes(side, runs, model);
      },
      { module: MODULE, side: SSD_SIDE, runs: RUNS, model: graph === null ? null : MODEL },
    );
    return rows.map(({ name, peer, times, difference }) =>
      rowOfTimes(name, times, {
        ...(peer === undefined ? {} : { peer }),
        note:
          peer === undefined ? 'one thread' : `one thread; differs by ${difference.toExponential(1)} of the largest`,
      }),
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
