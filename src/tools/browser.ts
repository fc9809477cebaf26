import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

/**
 * Finds a Chromium, Chrome or Edge on this machine, gets one where there is none, and starts it with the flags that the
 * tests and benches share.
 */

/** The software WebGPU adapter gives the same results on every machine; the rest keeps the browser off the network. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['', process.env['HOME'] ?? ''].flatMap((home) => [
        `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
        `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]);
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((root) => root !== undefined)
        .flatMap((root) => [
          join(root, 'Google\\Chrome\\Application\\chrome.exe'),
          join(root, 'Chromium\\Application\\chrome.exe'),
          join(root, 'Microsoft\\Edge\\Application\\msedge.exe'),
        ]);
    default: {
      const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(delimiter), '/snap/bin'];
      return [
        ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
        '/opt/google/chrome/chrome',
        '/opt/microsoft/msedge/msedge',
      ];
    }
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file of the right name may still be a stub (Ubuntu's `chromium-browser` without snap), so it is asked for its version. */
function answers(path: string): boolean {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true; // There `--version` opens a window and prints nothing.
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 120_000 });
  return run.status === 0 && /\d+\.\d+/.test(run.stdout);
}

/**
 * CHROMIUM_PATH, then the usual places, then Playwright's own; null where none of them answers.
 * @throws Error when CHROMIUM_PATH is set and does not lead to a browser.
 */
export function findBrowser(): string | null {
  const wished = process.env['CHROMIUM_PATH'];
  if (wished) {
    if (!answers(wished))
      throw new Error(`CHROMIUM_PATH is ${wished}, and no browser answers there. Correct it or unset it.`);
    return wished;
  }
  const places = [...new Set([...usualPlaces(), chromium.executablePath()])];
  return places.find((place) => existsSync(place) && answers(place)) ?? null;
}

function succeeds(command: string, args: readonly string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  const run = spawnSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000, shell: process.platform === 'win32' });
  return run.status === 0;
}

/**
 * A browser, found or fetched: Playwright's download first, then Debian's package where this is root on Debian.
 * @throws Error that says what to do when neither works.
 */
export function obtainBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium, Chrome or Edge was found. Trying to get one.');
  if (succeeds('npx', ['playwright', 'install', 'chromium'])) {
    const downloaded = findBrowser();
    if (downloaded) return downloaded;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (
      succeeds('apt-get', ['update']) &&
      succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    ) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  throw new Error(
    'The tests need a Chromium, Chrome or Edge, and none could be found or downloaded. ' +
      'Install one (on Debian or Ubuntu: "sudo apt-get install chromium"; elsewhere: "npx playwright install --with-deps chromium"), ' +
      'or set CHROMIUM_PATH to the program of one that you have.',
  );
}

/** Starts a headless browser for a bench or a spec of its own; the caller closes it. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    ...options,
    executablePath: obtainBrowser(),
    args: [...BROWSER_FLAGS, ...(options.args ?? [])],
  });
}
