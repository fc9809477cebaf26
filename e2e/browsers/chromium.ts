import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../../src/tools/browser.ts';
import type { BrowserPage } from './browserPage.ts';
import { PuppeteerPage } from './puppeteerPage.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** @returns null where there is no Chromium, Chrome or Edge */
export async function openChromium(): Promise<BrowserPage | null> {
  const executablePath = findBrowser();
  if (executablePath === null) return null;
  const downloads = temporaryFolder('chromium-downloads');
  const browser = await puppeteer.launch({
    executablePath,
    args: [...BROWSER_FLAGS],
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    protocolTimeout: 600_000,
  });
  return PuppeteerPage.of(browser, 'Chromium', downloads);
}
