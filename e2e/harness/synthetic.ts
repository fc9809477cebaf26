import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampledTopics } from '../../src/lab/synthesise/sampledTopics.ts';
import { synthesiseFile } from '../../src/lab/synthesise/synthesiseFile.ts';
import type { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUpload } from '../photos/uploads.ts';

/** Fills a gallery with one photo of its own and so many that nobody took, by an index file. */
export async function fillGallery(facet: FacetPage, photos: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-many-'));
  const [one, all] = [join(folder, 'one.facet'), join(folder, 'all.facet')];
  try {
    await facet.pick([await sceneUpload(facet.page, 1, 480, 360)]);
    await facet.added(1);
    const settings = new SettingsDialog(facet.page);
    await settings.open();
    await (await settings.exportIndex({ withThumbnails: true })).saveAs(one);
    const { header, topics } = await sampledTopics(one);
    synthesiseFile(all, { ...header, photos, seed: 1, topics }, () => {});
    await settings.importIndex(all);
    const said = settings.storage.getByRole('status').filter({ hasText: 'imported' });
    await said.waitFor({ timeout: 400_000 });
    await settings.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
