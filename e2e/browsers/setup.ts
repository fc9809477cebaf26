import { resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { StaticServer } from '../harness/staticServer.ts';
import type { BrowserPage } from './browserPage.ts';
import { openChromium } from './chromium.ts';
import { missingForFirefoxWebGpu, openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';

/** One row of the table: a browser, and how its engine is chosen. */
export interface BrowserSetup {
  readonly browser: 'chromium' | 'firefox' | 'webkit';
  /** As the page itself chooses, or WebGPU: on a software adapter by hand, or with its software flag hidden, so that a real one's way is taken. */
  readonly engine: 'own choice' | 'WebGPU by hand' | 'WebGPU as on a real adapter';
}

/** Playwright runs the tests and keeps the score; Puppeteer and WebDriver drive the browsers, so its own fixtures stay unused. */
export const test = base.extend<object, { setup: BrowserSetup }>({
  setup: [
    { browser: 'chromium', engine: 'own choice' },
    { option: true, scope: 'worker' },
  ],
});

export const ROOT = resolve(import.meta.dirname, '../..');
/** What one project leaves for the next. */
export const WORK = resolve(ROOT, '.facet/browsers');

/** The build under test. */
export const DIST = resolve(ROOT, process.env['FACET_E2E_DIST'] ?? '.facet/browsers/dist');

const PACKAGES = {
  chromium: 'no Chromium, Chrome or Edge was found (Debian: apt-get install chromium)',
  firefox: 'no Firefox was found (Debian: apt-get install firefox-esr)',
  webkit: 'WebKitGTK, its driver or a display is missing (Debian: apt-get install webkit2gtk-driver xvfb)',
} as const;

/** @returns why it cannot be tried on this machine, as a sentence, in place of a page */
export async function openPage({ browser, engine }: BrowserSetup): Promise<BrowserPage | string> {
  const page = await opened(browser, engine !== 'own choice');
  return page ?? PACKAGES[browser];
}

async function opened(browser: BrowserSetup['browser'], webgpu: boolean): Promise<BrowserPage | string | null> {
  switch (browser) {
    case 'chromium':
      return openChromium();
    case 'firefox':
      return (webgpu ? missingForFirefoxWebGpu() : null) ?? openFirefox({ webgpu });
    case 'webkit':
      return openWebKit();
  }
}

/**
 * Makes a software adapter pass for a real one: then every kernel is probed and compiled, and convolutions are tuned.
 * Self-contained: runs in a page or in a worker.
 */
export function hideSoftwareFlag(): void {
  for (const kind of [GPUAdapterInfo, GPUAdapter]) {
    if ('isFallbackAdapter' in kind.prototype)
      Object.defineProperty(kind.prototype, 'isFallbackAdapter', { get: () => false });
  }
}

/** The built app on a server of its own. @param host another than localhost is no secure context */
export function builtApp({ engine }: BrowserSetup, host = 'localhost'): StaticServer {
  return new StaticServer(DIST, {
    host,
    ...(engine === 'WebGPU as on a real adapter'
      ? { prelude: { before: /\/worker-[^/]*\.js$/, script: `(${hideSoftwareFlag.toString()})();\n` } }
      : {}),
  });
}
