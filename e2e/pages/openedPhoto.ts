import { expect, type Locator, type Page } from '@playwright/test';
import { SearchResults } from './searchResults.ts';

/** One photo over the page, with what was found in it. */
export class OpenedPhoto {
  readonly page: Page;
  readonly dialog: Locator;
  readonly bars: Locator;
  /** The category's winning box, or the object that was tapped. */
  readonly highlighted: Locator;
  /** Borders and distances over the photo, while they are shown. */
  readonly superpixels: Locator;
  readonly legend: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name, exact: true });
    this.bars = this.dialog.getByRole('group', { name: 'Categories' }).getByRole('button', { name: /gate/ });
    this.highlighted = this.dialog.getByTestId('focus-box');
    this.superpixels = this.dialog.getByRole('application', { name: /superpixels$/ });
    this.legend = this.dialog.getByRole('group', { name: 'Geodesic distance from the seed' });
  }

  proposals(count: number): Locator {
    return this.dialog.getByRole('img', { name: `${count} proposals` });
  }

  /** Draws so many of the strongest proposals. */
  async showProposals(count: number): Promise<void> {
    await this.dialog.getByRole('slider', { name: 'Proposals shown' }).fill(String(count));
    await expect(this.proposals(count)).toBeVisible();
  }

  async showSuperpixels(): Promise<void> {
    await this.dialog.getByRole('switch', { name: 'Show superpixels' }).check();
    await expect(this.superpixels).toBeVisible();
  }

  /** The colours over the photo as one text, to tell whether they changed. */
  distanceColours(): Promise<string> {
    return this.superpixels
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  }

  async chooseSurestCategory(): Promise<void> {
    await this.bars.first().click();
    await expect(this.bars.first()).toHaveAttribute('aria-pressed', 'true');
  }

  /** "There is a bicycle", whatever the heads say. */
  async sayThereIs(category: string): Promise<void> {
    const bar = this.bars.filter({ hasText: category });
    if (!(await bar.isVisible())) await this.dialog.getByRole('button', { name: /^Show all/ }).click();
    if ((await bar.getAttribute('aria-pressed')) !== 'true') await bar.click();
    const say = this.dialog.getByRole('button', { name: new RegExp(`^There is an? ${category}$`) });
    const held = this.dialog.getByRole('button', { name: new RegExp(`^Not an? ${category}$`) });
    await say.or(held).waitFor();
    if (await say.isVisible()) {
      await say.click();
      await this.dialog.getByRole('button', { name: 'Undo' }).waitFor();
    }
  }

  async moreLikeThis(): Promise<SearchResults> {
    await this.dialog.getByRole('button', { name: 'More like this' }).click();
    return new SearchResults(this.page);
  }

  /** Draws a box over the middle of the photo and searches by it. */
  async searchByMiddle(): Promise<SearchResults> {
    const picture = this.dialog.getByRole('img', { name: /proposals$/ });
    const box = await picture.boundingBox();
    if (!box) throw new Error('OpenedPhoto: the photo is not on the screen');
    await this.page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
    await this.page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75);
    await this.page.mouse.up();
    await this.dialog.getByRole('button', { name: 'Search by this object' }).click();
    return new SearchResults(this.page);
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close photo' }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
