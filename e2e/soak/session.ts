import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { watchWorkers } from '../webgpu/workerGpu.ts';
import { longer, NO_PAUSES, type Pauses, pausesOf, watchPauses } from './pauses.ts';
import { type Memory, processesOf, rendererMemory } from './processes.ts';

export interface SessionOptions {
  /** Whether the GPU of the app's worker can be watched and destroyed. */
  readonly gpu?: boolean;
}

/** A browser with a profile on disk, which can be killed and opened again, and the app in its one tab. */
export class Session {
  readonly #address: string;
  readonly #gpu: boolean;
  readonly #profile = mkdtempSync(join(tmpdir(), 'facet-soak-'));
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  /** Over all tabs so far. */
  pauses: Pauses = NO_PAUSES;

  constructor(address: string, { gpu = false }: SessionOptions = {}) {
    this.#address = address;
    this.#gpu = gpu;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('Session.page: the browser is not open');
    return this.#page;
  }

  get context(): BrowserContext {
    if (this.#context === null) throw new Error('Session.context: the browser is not open');
    return this.#context;
  }

  get facet(): FacetPage {
    return new FacetPage(this.page);
  }

  async open(): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: obtainBrowser(),
      args: [...BROWSER_FLAGS, '--js-flags=--expose-gc'],
      serviceWorkers: this.#gpu ? 'block' : 'allow',
      baseURL: this.#address,
      viewport: { width: 1280, height: 900 },
    });
    await this.#context.addInitScript(watchPauses);
    if (this.#gpu) await watchWorkers(this.#context);
    await this.newTab();
  }

  /** The app in a new tab; the one before is closed, if it still can be. */
  async newTab(): Promise<void> {
    const before = this.context.pages();
    this.#page = await this.context.newPage();
    await Promise.all(before.map((page) => page.close().catch(() => {})));
    await this.facet.open();
  }

  /** To be called before a tab goes. */
  async notePauses(): Promise<void> {
    const seen: unknown = await this.page.evaluate(() => Reflect.get(window, 'pauses')).catch(() => null);
    this.pauses = longer(this.pauses, pausesOf(seen));
  }

  /** All processes of the browser at once, as a power cut or an out-of-memory killer does. The profile stays as the disk has it. */
  async kill(): Promise<void> {
    const closed = this.context.waitForEvent('close', { timeout: 30_000 }).catch(() => {});
    for (const { pid } of processesOf(this.#profile)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended with the one before it.
      }
    }
    await closed;
    this.#context = null;
    this.#page = null;
  }

  /** Of the tab and its workers, once what nobody needs is thrown away. */
  async memory(): Promise<Memory> {
    await this.page.evaluate(() => globalThis.gc?.());
    for (const worker of this.page.workers()) await worker.evaluate(() => globalThis.gc?.()).catch(() => {});
    return rendererMemory(this.#profile);
  }

  async end(): Promise<void> {
    await this.#context?.close().catch(() => {});
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
