import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { preview } from 'vite';
import { launchBrowser } from '../browser.ts';

/**
 * `npm run pictures`: the README's pictures of the page, made from the built page and the drawn scenes. `--page URL` takes a page that is
 * served already.
 */

const OUT = '.github/pictures';
const SCHEMES = ['light', 'dark'] as const;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** WebP; text stays sharp at this. */
const QUALITY = 88;

const { values } = parseArgs({ options: { page: { type: 'string' } } });
const server = values.page === undefined ? await preview({ preview: { port: 0 } }) : null;
const address = values.page ?? server?.resolvedUrls?.local[0];
if (address === undefined)
  throw new Error('pagePictures: got no address of the built page, wanted one; run `npm run build`');

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: WIDE, deviceScaleFactor: 2 });
  // The engine may be slow to start on a busy machine.
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  await page.getByRole('button', { name: 'Try it with drawn scenes' }).click();
  await page.getByText('12 photos added.').waitFor({ timeout: 600_000 });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  mkdirSync(OUT, { recursive: true });

  await page.setViewportSize(PHONE);
  await take(page, 'phone', PHONE.width * 2);
  await page.setViewportSize(WIDE);
  await page.getByRole('button', { name: 'Way to work.jpg', exact: true }).click();
  await page.getByTestId('found-box').first().waitFor();
  await take(page, 'wide', WIDE.width);
} finally {
  await browser.close();
  await server?.close();
}

/** The page as it is, in both colour schemes. @param width of the picture, pixels */
async function take(page: Page, name: string, width: number): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Thumbnails come after the layout has changed.
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const file = join(OUT, `${name}-${colorScheme}.webp`);
    await sharp(await page.screenshot())
      .resize(width)
      .webp({ quality: QUALITY })
      .toFile(file);
    console.log(file);
  }
}
