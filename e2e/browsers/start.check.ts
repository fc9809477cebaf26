import { expect } from '@playwright/test';
import { ownAddress } from '../harness/ownAddress.ts';
import { StaticServer } from '../harness/staticServer.ts';
import type { BrowserPage } from './browserPage.ts';
import { FacetJourney } from './facetJourney.ts';
import { note } from './notes.ts';
import { builtApp, DIST, openPage, test } from './setup.ts';

/** A start that cannot succeed says why: the page is never empty. */

/** The app's first script, which nothing shows anything before. */
const FIRST_SCRIPT = /\/assets\/index-.*\.js$/;

let page: BrowserPage | null = null;
let server: StaticServer | null = null;

test.beforeEach(async ({ setup }) => {
  const opened = await openPage(setup);
  test.skip(typeof opened === 'string', typeof opened === 'string' ? opened : '');
  if (typeof opened === 'string') return;
  page = opened;
  note('browser', page.browser);
});

test.afterEach(async () => {
  await page?.close();
  await server?.stop();
  page = null;
});

async function shown(from: StaticServer): Promise<FacetJourney> {
  if (page === null) throw new Error('The test has no browser.');
  server = from;
  await server.start();
  await page.goto(server.origin);
  return new FacetJourney(page);
}

test('at an insecure address the page says that it needs https or localhost', async ({ setup }) => {
  const host = ownAddress();
  test.skip(host === null, 'this machine has no address but its own');
  const facet = await shown(builtApp(setup, host ?? ''));
  expect(await facet.labelsOnceThere({ role: 'alert' })).toEqual([
    expect.stringContaining('Facet needs a secure address, https or localhost'),
  ]);
});

test('what the browser lacks is named', async () => {
  const lacking = { before: FIRST_SCRIPT, script: 'delete globalThis.OffscreenCanvas;\n' };
  const facet = await shown(new StaticServer(DIST, { prelude: lacking }));
  expect(await facet.labelsOnceThere({ role: 'alert' })).toEqual([
    expect.stringContaining('This browser lacks OffscreenCanvas.'),
  ]);
});

test('a script that this browser cannot read leaves a sentence', async () => {
  const unreadable = { before: FIRST_SCRIPT, script: 'syntax of the future;\n' };
  const facet = await shown(new StaticServer(DIST, { prelude: unreadable }));
  expect(await facet.labelsOnceThere({ role: 'paragraph' })).toEqual([
    expect.stringContaining('Facet has not started.'),
    expect.stringContaining('Facet ist nicht gestartet.'),
  ]);
});

test('a background worker that does not start is told', async () => {
  const unreadable = { before: /\/worker-[^/]*\.js$/, script: 'syntax of the future;\n' };
  const facet = await shown(new StaticServer(DIST, { prelude: unreadable }));
  expect(await facet.labelsOnceThere({ role: 'alert' })).toEqual([
    expect.stringContaining('The part of Facet that works in the background'),
  ]);
});
