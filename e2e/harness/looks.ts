import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

/** Pictures of views, kept beside the tests: so small that no letter can be read, for fonts and their edges differ between machines. */
const FOLDER = resolve(import.meta.dirname, '../looks');
/** Pixels of the page that become one of the kept picture, in both directions. */
const REDUCTION = 8;
/**
 * What may differ: another font, and thumbnails that another decoder smoothed, move a mean by one or two of 255 and a pixel here and there by
 * more. A missing photo, a bar in another place, a wrong scheme are far beyond.
 */
const MOST_MEAN = 5;
const LARGE = 40;
const MOST_LARGE_SHARE = 0.03;

/**
 * The view as it is now looks as its kept picture does, within a stated tolerance. `FACET_LOOKS=write` keeps it anew.
 * @param name of the picture
 */
export async function expectLook(page: Page, name: string): Promise<void> {
  const file = resolve(FOLDER, `${name}.png`);
  if (process.env['FACET_LOOKS'] === 'write' || !existsSync(file)) {
    expect(process.env['FACET_LOOKS'], `the picture ${name}.png is missing; FACET_LOOKS=write makes it`).toBe('write');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, await reduced(await shotAtRest(page)));
    return;
  }
  const kept = await sharp(readFileSync(file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  await expect
    .poll(async () => {
      const now = await sharp(await reduced(await shot(page)))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return difference(kept, now);
    })
    .toBe('within the tolerance');
}

/** The same twice in a second: a canvas does not say when its pictures have come. */
async function shotAtRest(page: Page): Promise<Buffer> {
  let before = await shot(page);
  await expect(async () => {
    await page.waitForTimeout(1000);
    const now = await shot(page);
    const same = now.equals(before);
    before = now;
    expect(same).toBe(true);
  }).toPass();
  return before;
}

/** Pictures of the page are there, and nothing moves. */
async function shot(page: Page): Promise<Buffer> {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

async function reduced(png: Buffer): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  return sharp(png)
    .removeAlpha()
    .resize(Math.round(width / REDUCTION), Math.round(height / REDUCTION), { kernel: 'cubic', fit: 'fill' })
    .png({ compressionLevel: 9, palette: true, colours: 128, dither: 0 })
    .toBuffer();
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

/** In words, so that a test that fails says by how much. */
function difference(kept: Pixels, now: Pixels): string {
  if (kept.data.length !== now.data.length)
    return `${now.info.width}×${now.info.height} pixels in place of ${kept.info.width}×${kept.info.height}`;
  let [sum, large] = [0, 0];
  for (let i = 0; i < kept.data.length; i++) {
    const apart = Math.abs((kept.data[i] ?? 0) - (now.data[i] ?? 0));
    sum += apart;
    if (apart > LARGE) large++;
  }
  const [mean, share] = [sum / kept.data.length, large / kept.data.length];
  return mean <= MOST_MEAN && share <= MOST_LARGE_SHARE
    ? 'within the tolerance'
    : `${mean.toFixed(1)} of 255 apart on average, ${(100 * share).toFixed(1)} % by more than ${LARGE}`;
}
