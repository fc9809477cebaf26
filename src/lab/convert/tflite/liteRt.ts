import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { launchBrowser } from '../../../tools/browser.ts';

/**
 * TensorFlow Lite's own interpreter in WebAssembly (npm @litertjs/core), in a headless Chromium. Nothing is served: the browser's
 * requests are answered from the packages' folders.
 */

const ORIGIN = 'http://localhost:4570';

const PAGE = `<!doctype html><script type="importmap">{"imports":{
  "@litertjs/core":"${ORIGIN}/core/dist/index.js",
  "@litertjs/wasm-utils":"${ORIGIN}/wasm-utils/dist/index.js"}}</script>`;

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', wasm: 'application/wasm' };

function packageFolders(): Readonly<Record<string, string>> {
  const folder = (name: string): string => {
    const entry = createRequire(import.meta.url).resolve(name);
    return dirname(dirname(entry));
  };
  return { core: folder('@litertjs/core'), 'wasm-utils': folder('@litertjs/wasm-utils') };
}

/**
 * Runs a model once.
 * @param input of its one input
 * @returns its outputs in the order of the model
 */
export async function runLiteRt(
  model: Uint8Array,
  input: Float32Array,
  shape: readonly number[],
): Promise<Float32Array[]> {
  const folders = packageFolders();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}/**`, async (route) => {
      const [, first = '', ...rest] = new URL(route.request().url()).pathname.split('/');
      const folder = folders[first];
      if (folder === undefined) return route.fulfill({ contentType: 'text/html', body: PAGE });
      const path = join(folder, ...rest);
      const contentType = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return route.fulfill({ contentType, body: readFileSync(path) });
    });
    await page.goto(`${ORIGIN}/`);
    const outputs = await page.evaluate(
      async ({ modelText, numbers, sides, origin }) => {
        const { loadLiteRt, loadAndCompile, Tensor } = await import('@litertjs/core');
        await loadLiteRt(`${origin}/core/wasm/`);
        const bytes = Uint8Array.from(atob(modelText), (character) => character.charCodeAt(0));
        const compiled = await loadAndCompile(bytes, { accelerator: 'wasm' });
        const results = await compiled.run(new Tensor(Float32Array.from(numbers), sides));
        return results.map((result) => Array.from(result.toTypedArray(), Number));
      },
      { modelText: Buffer.from(model).toString('base64'), numbers: [...input], sides: [...shape], origin: ORIGIN },
    );
    return outputs.map((values) => Float32Array.from(values));
  } finally {
    await browser.close();
  }
}
