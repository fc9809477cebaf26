import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { StaticServer } from '../harness/staticServer.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { sceneUploads } from '../photos/uploads.ts';

/**
 * That nothing leaves the machine is what the browser enforces, also on a host that sends no header of ours: each line of the policy is
 * tried from the page and from its workers. What would be a leak is a request to a second server, which has to stay unasked.
 */

const DIST = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');

/** The page on a host without headers, and a second server beside it. */
async function onPlainHost(
  page: Page,
  work: (facet: FacetPage, elsewhere: StaticServer) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-elsewhere-'));
  writeFileSync(join(folder, 'index.html'), 'elsewhere');
  const [host, elsewhere] = [
    new StaticServer(DIST, { isolated: false }),
    new StaticServer(folder, { isolated: false }),
  ];
  await Promise.all([host.start(), elsewhere.start()]);
  try {
    await page.goto(host.origin);
    const facet = new FacetPage(page);
    await facet.ready();
    await work(facet, elsewhere);
  } finally {
    await Promise.all([host.stop(), elsewhere.stop()]);
    rmSync(folder, { recursive: true });
  }
}

/** Tries each way out of a realm that needs no document; runs in that realm. Answers which of them were not stopped. */
async function waysOut(to: string): Promise<string[]> {
  const open: string[] = [];
  const tried = async (name: string, way: () => unknown): Promise<void> => {
    try {
      await way();
      open.push(name);
    } catch {
      // As it should be.
    }
  };
  const socket = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const opened = new WebSocket(`${to.replace('http', 'ws')}/socket`);
      opened.onopen = () => resolve();
      opened.onerror = () => reject(new Error('closed'));
    });
  const events = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const source = new EventSource(`${to}/events`);
      source.onopen = () => resolve();
      source.onerror = () => {
        source.close();
        reject(new Error('closed'));
      };
    });
  await tried('fetch', () => fetch(`${to}/fetch`, { mode: 'no-cors' }));
  await tried('a posted body', () => fetch(`${to}/post`, { mode: 'no-cors', method: 'POST', body: 'photo' }));
  await tried('web socket', socket);
  await tried('event source', events);
  await tried('a module', () => import(/* @vite-ignore */ `${to}/module.js`));
  await tried('a worker', () => new Worker(`${to}/worker.js`));
  await tried('text as code', () => new Function('return 1')());
  return open;
}

test('no way out of the page is open', async ({ page }) => {
  await onPlainHost(page, async (_, elsewhere) => {
    expect(await page.evaluate(waysOut, elsewhere.origin)).toEqual([]);
    await page.evaluate((to) => {
      const lines = new Set<string>();
      Object.assign(window, { lines });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => lines.add(effectiveDirective));
      const element = <K extends keyof HTMLElementTagNameMap>(
        name: K,
        properties: Partial<HTMLElementTagNameMap[K]>,
      ): HTMLElementTagNameMap[K] => document.body.appendChild(Object.assign(document.createElement(name), properties));
      element('img', { src: `${to}/picture.png` });
      element('video', { src: `${to}/film.mp4` });
      element('iframe', { src: `${to}/frame` });
      // An object's address is a script's to Trusted Types, so one of this origin gets as far as the policy's own line.
      element('object', { data: '/icon.svg' });
      element('link', { rel: 'stylesheet', href: `${to}/style.css` });
      element('style', { textContent: 'body { background: url(/icon.svg) }' });
      element('form', { action: `${to}/form`, method: 'post', target: '_blank' }).requestSubmit();
      element('base', { href: to });
      navigator.sendBeacon(`${to}/beacon`, 'photo');
      document.fonts.add(new FontFace('elsewhere', `url(${to}/font.woff2)`));
      void document.fonts.load('1em elsewhere').catch(() => {});
      for (const sink of [
        () => Object.assign(document.createElement('object'), { data: `${to}/object` }),
        () => Object.assign(document.createElement('div'), { innerHTML: '<b>markup</b>' }),
        () => Object.assign(document.createElement('script'), { src: `${to}/script.js` }),
        () => document.createRange().createContextualFragment('<b>markup</b>'),
      ]) {
        try {
          sink();
          lines.add('a sink was open');
        } catch {
          lines.add('trusted types');
        }
      }
    }, elsewhere.origin);
    const blocked = (): Promise<string[]> =>
      page.evaluate(() => [...(Reflect.get(window, 'lines') as Set<string>)].sort());
    // What is not blocked is never told.
    await expect
      .poll(blocked)
      .toEqual([
        'base-uri',
        'connect-src',
        'font-src',
        'form-action',
        'frame-src',
        'img-src',
        'media-src',
        'object-src',
        'require-trusted-types-for',
        'style-src-elem',
        'trusted types',
      ]);
    expect(elsewhere.asked).toEqual([]);
  });
});

test('no way out of any worker is open, and photos are indexed as ever', async ({ page }) => {
  await onPlainHost(page, async (facet, elsewhere) => {
    const scenes = await sceneUploads(page, [1, 2]);
    await facet.pick(scenes);
    await facet.added(2);
    // The worker behind the page and one at least that prepares photos.
    expect(page.workers().length).toBeGreaterThan(1);
    for (const worker of page.workers())
      expect(await worker.evaluate(waysOut, elsewhere.origin), worker.url()).toEqual([]);
    expect(elsewhere.asked).toEqual([]);
    const results = await facet.searchByFile({ ...scenes[0]!, name: 'query.jpg' });
    await results.answered();
    expect(await results.similar()).toContainEqual({ name: 'scene 1.jpg', distance: 0 });
  });
});
