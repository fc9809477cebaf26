import { type BrowserContext, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { BROWSER_FLAGS, obtainBrowser } from '../../../tools/browser.ts';
import type { BuiltPage } from './builtPage.ts';
import { type Awaited, installPaintWatch, type Painted } from './paintWatch.ts';

const SLOW = 1_800_000;
/** Lets the page measure the memory of all its realms, and WebAssembly use threads. */
const ISOLATION = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** By built page: a profile's gallery belongs to an origin, and the port is a part of it. */
const ports = new Map<string, number>();

/** A built page in a browser of its own, whose profile holds a gallery. */
export class OpenGallery {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #close: () => Promise<void>;

  private constructor(context: BrowserContext, page: Page, close: () => Promise<void>) {
    this.#context = context;
    this.page = page;
    this.#close = close;
  }

  /** @param profile a folder that may hold a gallery from before */
  static async open({ dist }: BuiltPage, profile: string): Promise<OpenGallery> {
    const server = await preview({
      // An older page does not live by the policy that today's settings send.
      configFile: false,
      logLevel: 'error',
      build: { outDir: dist },
      preview: { port: ports.get(dist) ?? 0, strictPort: ports.has(dist), headers: ISOLATION },
    });
    const origin = server.resolvedUrls!.local[0]!;
    ports.set(dist, Number(new URL(origin).port));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: obtainBrowser(),
      args: [...BROWSER_FLAGS],
      viewport: { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(SLOW);
    await context.addInitScript(installPaintWatch);
    const page = await context.newPage();
    await page.goto(origin);
    await page.getByRole('button', { name: /^Engine in use/ }).waitFor();
    return new OpenGallery(context, page, () => server.close());
  }

  /** @returns milliseconds @throws Error when the page refuses the file, as an older page does one of a newer format. */
  async import(path: string): Promise<number> {
    await this.page.getByRole('button', { name: 'Settings' }).click();
    const storage = this.page.getByRole('region', { name: 'Storage' });
    const chooser = this.page.waitForEvent('filechooser');
    await storage.getByRole('button', { name: 'Import an index…' }).click();
    const start = performance.now();
    await (await chooser).setFiles(path);
    const refused = storage.getByRole('alert');
    await storage
      .getByRole('status')
      .filter({ hasText: /imported/ })
      .or(refused)
      .first()
      .waitFor({ timeout: SLOW });
    if (await refused.isVisible())
      throw new Error(`OpenGallery.import: the page refused ${path}: ${await refused.textContent()}`);
    const ms = performance.now() - start;
    await this.page
      .getByRole('dialog', { name: 'Settings' })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
    return ms;
  }

  /** Writes the index of its photos to a file. */
  async export(path: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings' }).click();
    const storage = this.page.getByRole('region', { name: 'Storage' });
    const download = this.page.waitForEvent('download');
    await storage.getByRole('button', { name: 'Export the index…' }).click();
    await (await download).saveAs(path);
  }

  /** Loads the page anew and waits until all of it is painted; times count from the navigation. */
  async reload(photos: number): Promise<Painted> {
    await this.page.evaluate(() => {
      location.hash = '#/';
    });
    await this.page.reload({ waitUntil: 'commit' });
    return this.page.evaluate((awaited) => window.facetPainted!(awaited, 0), {
      kind: 'gallery',
      photos,
    } satisfies Awaited as Awaited);
  }

  /** Goes to an address within the page and waits for what it shows. */
  go(hash: string, awaited: Awaited): Promise<Painted> {
    return this.page.evaluate(
      ({ address, wanted }) => {
        const start = performance.now();
        location.hash = address;
        // The page hears of it in a task of its own; what was there before does not count.
        return new Promise<Painted>((resolve) =>
          setTimeout(() => void window.facetPainted!(wanted, start).then(resolve)),
        );
      },
      { address: hash, wanted: awaited },
    );
  }

  /** Back to the whole gallery. */
  async home(photos: number): Promise<void> {
    await this.go('#/', { kind: 'gallery', photos });
  }

  /** Adds photos and waits until the gallery says so. @returns milliseconds a photo */
  async add(files: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]): Promise<number> {
    const welcome = this.page.getByRole('button', { name: 'Choose photos', exact: true });
    const button = this.page.getByRole('button', { name: 'Add photos', exact: true });
    await welcome.or(button).first().waitFor();
    const chooser = this.page.waitForEvent('filechooser');
    if (await welcome.isVisible()) await welcome.click();
    else {
      await button.click();
      await this.page.getByRole('menuitem', { name: 'Choose photos…' }).click();
    }
    const start = performance.now();
    await (await chooser).setFiles(files);
    const indexing = this.page.getByRole('region', { name: 'Indexing' });
    await indexing.waitFor({ state: 'attached' });
    await indexing.waitFor({ state: 'detached', timeout: SLOW });
    return (performance.now() - start) / files.length;
  }

  /** Bytes of the page's own heap after a collection, and of all its realms together. */
  async heap(): Promise<{ readonly page: number; readonly all: number | null }> {
    const session = await this.#context.newCDPSession(this.page);
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    const all = await this.page.evaluate(async () => {
      if (!('measureUserAgentSpecificMemory' in performance)) return null;
      const measure = performance.measureUserAgentSpecificMemory as () => Promise<{ bytes: number }>;
      return (await measure.call(performance)).bytes;
    });
    return { page: usedSize, all };
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#close();
  }
}
