import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import type { BrowserPage } from './browserPage.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { WebKitPage } from './webkitPage.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/** WebKitGTK's own small browser, which Debian keeps among the libraries of each machine type. */
function findMiniBrowser(): string | null {
  if (!existsSync('/usr/lib')) return null;
  const places = readdirSync('/usr/lib').flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) =>
      join('/usr/lib', folder, version, 'MiniBrowser'),
    ),
  );
  return places.find((place) => existsSync(place)) ?? null;
}

/** @returns null where WebKitGTK, its driver or a display is missing */
export async function openWebKit(): Promise<BrowserPage | null> {
  const binary = findMiniBrowser();
  if (binary === null || !existsSync(DRIVER)) return null;
  const started: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of started.reverse()) {
      if (child.exitCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
  };
  try {
    let display = process.env['DISPLAY'];
    if (!display) {
      if (!existsSync(XVFB)) return null;
      display = await startDisplay(started);
    }
    const home = temporaryFolder('webkit-home');
    const downloads = join(home, 'downloads');
    mkdirSync(downloads);
    // The desktop's own setting of where downloads go.
    writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const address = await startDriver(started, { DISPLAY: display, XDG_CONFIG_HOME: home, HOME: home });
    const driver = await new Builder()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        }),
      )
      .build();
    return await WebKitPage.of(driver, downloads, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns its name, such as `:99`: the first that is free */
async function startDisplay(started: ChildProcess[]): Promise<string> {
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.push(server);
  const numbers = server.stdio[3];
  if (!numbers) throw new Error('startDisplay: got no pipe from Xvfb');
  const [number]: unknown[] = await Promise.race([
    once(numbers, 'data'),
    once(server, 'exit').then(() => {
      throw new Error('startDisplay: Xvfb ended before it was ready');
    }),
  ]);
  return `:${String(number).trim()}`;
}

async function startDriver(started: ChildProcess[], env: Readonly<Record<string, string>>): Promise<string> {
  const port = await freePort();
  started.push(spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...env } }));
  const address = `http://127.0.0.1:${port}`;
  for (let left = 100; ; left--) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) return address;
    if (left === 0) throw new Error('startDriver: WebKitWebDriver did not answer within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('freePort: got no address');
  return address.port;
}
