import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { StaticServer } from '../harness/staticServer.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** The same build, put into a folder of a server as people do who have one site for many things. */
const DIST = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');

test('a build below a path of a server indexes, searches, and is kept for use offline', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'facet-sub-path-'));
  cpSync(DIST, join(folder, 'photos'), { recursive: true });
  const server = new StaticServer(folder);
  await server.start();
  try {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    const facet = new FacetPage(page);
    await page.goto(`${server.origin}/photos/`);
    await facet.ready();
    const scenes = await sceneUploads(page, [1, 2]);
    await facet.pick(scenes);
    await facet.added(2);
    const results = await facet.searchByFile({ ...scenes[0]!, name: 'query.jpg' });
    await results.answered();
    expect(await results.similar()).toContainEqual({ name: 'scene 1.jpg', distance: 0 });

    const settings = new SettingsDialog(page);
    await settings.open();
    await expect(settings.privacy).toContainText('Ready: the app is kept in this browser');
    const licences = page.getByRole('link', { name: 'Facet and what it is made of' });
    expect(new URL((await licences.getAttribute('href')) ?? '', page.url()).pathname).toBe('/photos/licences.txt');
    await settings.close();
    await server.stop();
    await facet.reload();
    expect(missing).toEqual([]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
