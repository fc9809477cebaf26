import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { StaticServer } from '../harness/staticServer.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** The service worker, on a copy of the build and a server of its own: the server can go away, and a new version can come. */
const DIST = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');
let folder: string;
let server: StaticServer;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'facet-offline-'));
  cpSync(DIST, folder, { recursive: true });
  server = new StaticServer(folder);
  await server.start();
  await page.goto(server.origin);
  await new FacetPage(page).ready();
  await expectReadyWithoutNetwork(page);
});

test.afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function expectReadyWithoutNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('region', { name: 'Privacy' })).toContainText('Ready: the app is kept in this browser');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
}

/** Everything that lies in the caches of the origin: addresses by the name of the cache. */
function cached(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return Object.fromEntries(names.map((name, n) => [name, lists[n] ?? []]));
  });
}

/** Empty on the first one. */
function version(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset['version'] ?? '');
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** Puts a new version of the page on the server, told by a mark that the app itself never sets; `torn` names it in the list of files and leaves the page itself behind. */
function deploy(name: string, { torn = false } = {}): void {
  const page = join(folder, 'index.html');
  const worker = join(folder, 'sw.js');
  const before = readFileSync(page, 'utf8');
  const after = before.replace('<html ', `<html data-version="${name}" `);
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(sha256(before), sha256(after)));
  if (!torn) writeFileSync(page, after);
}

test('after one visit everything works with the server gone, and no photo is in the cache', async ({ page }) => {
  const facet = new FacetPage(page);
  await facet.pick(await sceneUploads(page, [1, 2]));
  await expect(facet.photo('scene 1.jpg')).toBeVisible({ timeout: 240_000 });
  await facet.indexed();
  await server.stop();

  await facet.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const results = await facet.searchByFile((await sceneUploads(page, [1]))[0]!);
  await results.answered();
  expect(await results.similar()).toContainEqual({ name: 'scene 1.jpg', distance: 0 });

  const [addresses, ...others] = Object.values(await cached(page));
  expect(others).toEqual([]);
  const own = addresses!.map((address) => address.slice(server.origin.length + 1));
  expect(own).toEqual(
    expect.arrayContaining([
      '',
      'models/heads-voc20.safetensors',
      'models/nanodet-g.safetensors',
      'models/ssd-mobilenetv2.safetensors',
      'manifest.webmanifest',
    ]),
  );
  expect(
    own.filter(
      (name) =>
        !/^$|^assets\/|^models\/|^\w+Worker-[\w-]+\.js$|^worker-[\w-]+\.js$|^[\w.-]+\.(png|svg|txt|webmanifest)$/.test(
          name,
        ),
    ),
  ).toEqual([]);
});

test('a new version is offered when all of it is there, and the old one goes only then', async ({ page }) => {
  const before = Object.keys(await cached(page));
  deploy('Second version');
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'A new version is ready.' })).toBeVisible();
  expect(await version(page)).not.toContain('Second');
  expect(Object.keys(await cached(page))).toEqual(expect.arrayContaining(before));

  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(() => version(page).catch(() => '')).toContain('Second version');
  await expect.poll(async () => Object.keys(await cached(page)).length).toBe(1);
  expect(Object.keys(await cached(page))).not.toEqual(before);
});

test('half a new version changes nothing', async ({ page }) => {
  const before = await cached(page);
  deploy('Torn version', { torn: true });
  const failed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const next = registration.installing;
    if (next !== null)
      await new Promise<void>((done) =>
        next.addEventListener('statechange', () => next.state === 'redundant' && done()),
      );
    return next?.state;
  });
  expect(await failed).toBe('redundant');
  expect(await cached(page)).toEqual(before);
  await server.stop();
  await new FacetPage(page).reload();
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
});
