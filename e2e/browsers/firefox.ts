import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { BrowserPage } from './browserPage.ts';
import { PuppeteerPage } from './puppeteerPage.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const COMMANDS = ['firefox-esr', 'firefox'];

/** Mesa's software Vulkan: with it Firefox has WebGPU on a machine without a GPU. */
const LAVAPIPE = '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json';

/** Off by default in Firefox ESR on Linux, and refused on a software adapter. The sandbox hides Mesa's files from the GPU process. */
const WEBGPU_PREFS = {
  'dom.webgpu.enabled': true,
  'dom.webgpu.workers.enabled': true,
  'gfx.webgpu.ignore-blocklist': true,
  'security.sandbox.gpu.level': 0,
};

function findFirefox(): string | null {
  const given = process.env['FIREFOX_PATH'];
  if (given) return given;
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const places = [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

/** Why WebGPU in Firefox cannot be tried here, as a sentence; null where it can. */
export function missingForFirefoxWebGpu(): string | null {
  return existsSync(LAVAPIPE) ? null : `there is no software Vulkan (package mesa-vulkan-drivers, ${LAVAPIPE})`;
}

/** @returns null where there is no Firefox */
export async function openFirefox({ webgpu }: { readonly webgpu: boolean }): Promise<BrowserPage | null> {
  const executablePath = findFirefox();
  if (executablePath === null) return null;
  const downloads = temporaryFolder('firefox-downloads');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    env: {
      ...process.env,
      XDG_RUNTIME_DIR: temporaryFolder('firefox-runtime'),
      ...(webgpu ? { VK_ICD_FILENAMES: LAVAPIPE } : {}),
    },
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      ...(webgpu ? WEBGPU_PREFS : {}),
    },
    protocolTimeout: 600_000,
  });
  return PuppeteerPage.of(browser, 'Firefox', downloads);
}
