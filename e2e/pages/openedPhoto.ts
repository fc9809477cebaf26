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
  /** The picture itself. */
  readonly picture: Locator;
  /** What was tapped or drawn. */
  readonly card: Locator;
  /** A drawn box, which takes keys. */
  readonly box: Locator;
  readonly filmstrip: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name, exact: true });
    this.bars = this.dialog.getByRole('group', { name: 'Categories' }).getByRole('button', { name: /gate/ });
    this.highlighted = this.dialog.getByTestId('focus-box');
    this.superpixels = this.dialog.getByRole('application', { name: /superpixels$/ });
    this.legend = this.dialog.getByRole('group', { name: 'Geodesic distance from the seed' });
    this.picture = this.dialog.getByRole('img', { name, exact: true });
    this.card = this.dialog.getByRole('region', { name: 'Chosen object' });
    this.box = this.dialog.getByRole('application', { name: 'Your box' });
    this.filmstrip = this.dialog.getByRole('group', { name: 'Filmstrip' });
  }

  proposals(count: number): Locator {
    return this.dialog.getByRole('group', { name: `${count} proposals` });
  }

  /** What is laid over the photo. */
  async see(what: 'Objects' | 'Proposals' | 'Superpixels' | 'Pyramid' | 'Heat map'): Promise<void> {
    const choice = this.dialog.getByRole('radio', { name: what, exact: true });
    // Its label covers it, as the label of a chip does.
    await choice.check({ force: true });
  }

  /** Draws so many of the strongest proposals. */
  async showProposals(count: number): Promise<void> {
    await this.see('Proposals');
    await this.dialog.getByRole('slider', { name: 'Proposals shown' }).fill(String(count));
    await expect(this.proposals(count)).toBeVisible();
  }

  async showSuperpixels(): Promise<void> {
    await this.see('Superpixels');
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

  /** The name on the box of something that was found. */
  label(category: string): Locator {
    return this.dialog.getByRole('button', { name: new RegExp(`^${category} (> )?\\d+ %$`) });
  }

  /**
   * Where the picture lies, once it lies still. The thumbnail gives way to the best picture, so one look alone may meet
   * an element that has just left the page.
   */
  async place(): Promise<{ x: number; y: number; width: number; height: number }> {
    const look = () => this.picture.boundingBox({ timeout: 1000 }).catch(() => null);
    let before = await look();
    let now = before;
    await expect(async () => {
      before = now;
      now = await look();
      expect(now).not.toBeNull();
      expect(now).toEqual(before);
    }).toPass({ intervals: [50] });
    if (now === null) throw new Error('OpenedPhoto: the photo is not on the screen');
    return now;
  }

  /**
   * Asks for a box by a finger. Chromium lets a tap that comes soon after a swipe stop the swipe's fling and press
   * nothing (seen: pointerup after 1 ms and no click); a person taps again, too.
   */
  async tapToDraw(): Promise<void> {
    const draw = this.dialog.getByRole('button', { name: 'Draw a box' });
    await expect(async () => {
      if ((await draw.getAttribute('aria-pressed')) !== 'true') await draw.tap();
      await expect(draw).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });
    }).toPass();
    await expect(this.box).toBeVisible();
  }

  /** Drags over the middle of the photo. */
  async drawMiddle(): Promise<void> {
    const box = await this.place();
    await this.page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
    await this.page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75);
    await this.page.mouse.up();
    await expect(this.box).toBeVisible();
  }

  /** Draws a box over the middle of the photo and searches by it. */
  async searchByMiddle(): Promise<SearchResults> {
    await this.drawMiddle();
    await this.card.getByRole('button', { name: /^Search by this/ }).click();
    return new SearchResults(this.page);
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close photo' }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
