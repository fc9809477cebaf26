import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dropPaths } from '../pages/drop.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { bmp } from '../photos/bmp.ts';
import { sceneJxl } from '../photos/jxl.ts';
import { sceneUpload } from '../photos/uploads.ts';
import { casesFolder } from './inputs.ts';

/** Photos that were once read wrongly, each kind with one more of our own making, as a person adds them. */
const CASES = casesFolder() ?? '';
let folder: string;

test.beforeEach(() => {
  test.skip(CASES === '', 'There is no folder of inputs beside this checkout.');
  folder = mkdtempSync(join(tmpdir(), 'facet-cases-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param modified when the file says that it was written @returns where the copy lies */
function copied(input: string, modified = new Date(2020, 0, 1), name = input): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(CASES, input), path);
  utimesSync(path, modified, modified);
  return path;
}

function written(name: string, bytes: Uint8Array, modified = new Date(2020, 0, 1)): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  utimesSync(path, modified, modified);
  return path;
}

interface Kept {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly lastModified: number;
  /** RGB of the thumbnail at these shares of it. */
  readonly colours: readonly (readonly number[])[];
}

/** What the database keeps of the photos, by name. @param at shares of width and height */
async function kept(page: Page, at: readonly (readonly [number, number])[] = []): Promise<Map<string, Kept>> {
  const rows = await page.evaluate(async (at) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('facet'));
    const stores = database.transaction(['photos', 'thumbnails']);
    const [photos, thumbnails] = (await Promise.all([
      asked(stores.objectStore('photos').getAll()),
      asked(stores.objectStore('thumbnails').getAll()),
    ])) as [(Omit<Kept, 'colours'> & { id: string })[], { id: string; type: string; bytes: ArrayBuffer }[]];
    database.close();
    return Promise.all(
      photos.map(async ({ id, name, width, height, lastModified }) => {
        const { bytes, type } = thumbnails.find((one) => one.id === id)!;
        const picture = await createImageBitmap(new Blob([bytes], { type }));
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
        canvas.drawImage(picture, 0, 0);
        const colours = at.map(([x, y]) => [
          ...canvas.getImageData(Math.floor(x * picture.width), Math.floor(y * picture.height), 1, 1).data.slice(0, 3),
        ]);
        return { name, width, height, lastModified, colours };
      }),
    );
  }, at);
  return new Map(rows.map((row) => [row.name, row]));
}

function furthest(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return Math.max(...a.flatMap((colour, n) => colour.map((value, c) => Math.abs(value - b[n]![c]!))));
}

test('photos of every kind are added, upright and in their colours, plain ones are no duplicates, and an index brings all back', async ({
  page,
}) => {
  const facet = new FacetPage(page);
  await facet.open();

  await test.step('plain pictures are not taken for one', async () => {
    const plain = ['blue_sky.jpg', 'white_page.jpg', 'black_frame.jpg', 'red_wall.jpg'].map((n) => copied(`flat/${n}`));
    const own = [
      written(
        'flat/sand.bmp',
        bmp(300, 200, () => 0xd9c28f),
      ),
      written(
        'flat/moss.bmp',
        bmp(300, 200, () => 0x33552b),
      ),
    ];
    await facet.pick([...plain, ...own]);
    await facet.added(6);
    await page.getByRole('button', { name: 'Duplicates', exact: true }).click();
    await expect.soft(page.getByRole('heading', { name: /no duplicates/i })).toBeVisible();
    await page.getByRole('link', { name: 'Facet, back to the gallery' }).click();
  });

  const old = new Date(Date.UTC(1962, 4, 3));
  await facet.pick([
    copied('card_a/scans/scan001.bmp'),
    copied('camera.HIF'),
    copied('stereo.mpo'),
    copied('p3_icc.heic'),
    copied('p3.png'),
    copied('brand_miaf.heic'),
    copied('o6.webp'),
    copied('strip_66000x400.png'),
    copied('family_1962.jpg', old),
    copied('alpha_hidden_black.png'),
    written('wedding_1949.jpg', (await sceneUpload(page, 1949, 320, 240)).buffer, new Date(Date.UTC(1949, 7, 1))),
    written('no ending', (await sceneUpload(page, 1, 320, 240)).buffer),
    written(
      'own/scan.bmp',
      bmp(320, 200, (x, y) => x * 200 + y),
    ),
  ]);
  await facet.added(6 + 13);
  // Same name, size and time as the ones before, other pictures.
  await facet.pick([
    copied('card_b/scans/scan001.bmp'),
    written(
      'own/scan.bmp',
      bmp(320, 200, (x, y) => y * 60_000 + x),
    ),
  ]);
  await facet.added(6 + 13 + 2);
  await expect.soft(facet.quarantine).toHaveCount(0);

  const places = [
    [0.2, 0.25],
    [0.8, 0.25],
    [0.2, 0.75],
  ] as const;
  const rows = await kept(page, places);
  const wanted = [
    [217, 42, 39],
    [0, 183, 30],
    [54, 81, 207],
  ];
  // A thumbnail is a JPEG: some steps beside the two of the decoded picture.
  for (const name of ['p3.png', 'p3_icc.heic'])
    expect.soft(furthest(rows.get(name)!.colours, wanted), name).toBeLessThanOrEqual(6);
  expect.soft(rows.get('o6.webp')).toMatchObject({ width: 96, height: 160 });
  expect.soft(rows.get('strip_66000x400.png')?.width).toBe(66_000);
  expect.soft(Math.max(...rows.get('strip_66000x400.png')!.colours.flat())).toBeGreaterThan(100);
  expect.soft(rows.get('family_1962.jpg')?.lastModified).toBe(old.getTime());

  const before = await facet.photoCount();
  const settings = new SettingsDialog(page);
  await settings.open();
  const index = join(folder, 'all.facet');
  await (await settings.exportIndex({ withThumbnails: true })).saveAs(index);
  await settings.removeAll();
  await settings.open();
  await settings.importIndex(index);
  await expect(settings.storage.getByText(`${before} photos imported.`)).toBeVisible();
});

test('the page reads a JPEG XL where the browser does, and says in a sentence where it does not', async ({ page }) => {
  const facet = new FacetPage(page);
  await facet.open();
  const readable = await page.evaluate(async (bytes) => {
    const binary = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    return createImageBitmap(new Blob([binary])).then(
      () => true,
      () => false,
    );
  }, sceneJxl().toString('base64'));
  await facet.pick([written('scene.jxl', sceneJxl()), written('named.jpg', sceneJxl().subarray(0, 200))]);
  console.log(`JPEG XL: this browser ${readable ? 'reads' : 'does not read'} it`);
  await facet.showQuarantine();
  await facet.added(readable ? 1 : 0);
  await expect(facet.quarantine).toContainText(
    readable ? 'The JPEG XL file is damaged or cut short' : 'This browser cannot read JPEG XL photos.',
  );
  if (readable) {
    const opened = await facet.openPhoto('scene.jxl');
    await expect
      .poll(() => opened.picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(64);
  }
});

test('of a card and of a folder beside hidden ones only the photos are added, chosen and dropped', async ({ page }) => {
  const facet = new FacetPage(page);
  await facet.open();
  const card = join(CASES, 'card');
  const own = join(folder, 'own');
  written('own/beach.jpg', (await sceneUpload(page, 7, 320, 240)).buffer);
  for (const [n, hidden] of [
    '.Spotlight-V100/a.jpg',
    '@eaDir/beach.jpg/b.jpg',
    '$RECYCLE.BIN/c.jpg',
    '._beach.jpg',
  ].entries())
    written(`own/${hidden}`, (await sceneUpload(page, 20 + n, 320, 240)).buffer);
  // As in a browser that hands out no folders.
  await page.evaluate(() => Object.defineProperty(window, 'showDirectoryPicker', { value: undefined }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(card);
  await facet.added(1);
  await dropPaths(page, [own]);
  await facet.added(2);
  await dropPaths(page, [card]);
  await facet.indexed();
  expect((await facet.photoNames()).sort()).toEqual(['IMG_0001.JPG', basename('own/beach.jpg')]);
  await expect(facet.quarantine).toHaveCount(0);
});
