import { expect, type Locator, type Page } from '@playwright/test';
import type { PhotoUpload } from '../photos/uploads.ts';
import { OpenedPhoto } from './openedPhoto.ts';
import { SearchResults } from './searchResults.ts';

/** Indexing may run on one core of a small, busy machine. */
const INDEXING_LIMIT_MS = 240_000;

/** The page as a person sees it, by roles and labels. */
export class FacetPage {
  readonly page: Page;
  readonly indexing: Locator;
  readonly quarantine: Locator;

  constructor(page: Page) {
    this.page = page;
    this.indexing = page.getByRole('region', { name: 'Indexing' });
    this.quarantine = page.getByRole('region', { name: 'Files that could not be read' });
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** The engine is named in the header once it is ready; narrow screens have no room to show it. */
  async ready(): Promise<void> {
    const engine = this.page.getByRole('button', { name: /^(Engine in use|Gerechnet wird mit)/, includeHidden: true });
    await expect(engine).toBeAttached({ timeout: 120_000 });
    await expect(this.page.getByRole('status').filter({ hasText: /^(Starting|Opening|Loading)/ })).toHaveCount(0, {
      timeout: 120_000,
    });
  }

  /** Chooses files in the browser's dialog, as a person does. @param files or their paths */
  async pick(files: readonly PhotoUpload[] | readonly string[]): Promise<void> {
    const welcome = this.page.getByRole('button', { name: 'Choose photos', exact: true });
    const add = this.page.getByRole('button', { name: 'Add photos', exact: true });
    await welcome.or(add).first().waitFor();
    const chooser = this.page.waitForEvent('filechooser');
    if (await welcome.isVisible()) {
      await welcome.click();
    } else {
      await add.click();
      await this.page.getByRole('menuitem', { name: 'Choose photos…' }).click();
    }
    await (await chooser).setFiles(files);
  }

  /** The scenes drawn for Facet, added and indexed. */
  async tryScenes(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try it with drawn scenes' }).click();
    await expect(this.page.getByText('12 photos added.')).toBeVisible({ timeout: INDEXING_LIMIT_MS });
    await this.indexed();
  }

  /** Opens the line of unread files. */
  async showQuarantine(): Promise<void> {
    const line = this.quarantine.getByRole('button', { name: /could not be read$/ });
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
  }

  /** Until no file is left. */
  async indexed(): Promise<void> {
    await expect(this.indexing).toHaveCount(0, { timeout: INDEXING_LIMIT_MS });
  }

  /** Until so many photos are in the grid and none is waiting. */
  async added(count: number): Promise<void> {
    await expect.poll(() => this.photoCount(), { timeout: INDEXING_LIMIT_MS }).toBe(count);
    await this.indexed();
  }

  /** How many photos the gallery says it has; 0 while it is empty. */
  async photoCount(): Promise<number> {
    const total = this.page.getByRole('status').filter({ hasText: /^[\d,]+ photos?$/ });
    if ((await total.count()) === 0) return 0;
    return Number.parseInt(((await total.first().textContent()) ?? '').replaceAll(',', ''), 10);
  }

  photo(name: string): Locator {
    return this.page.getByRole('grid', { name: 'Photos' }).getByRole('button', { name, exact: true });
  }

  /** Names of the photos in the grid, in its order. */
  async photoNames(): Promise<string[]> {
    return this.page
      .getByRole('grid', { name: 'Photos' })
      .getByRole('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('alt') ?? ''));
  }

  async openPhoto(name: string): Promise<OpenedPhoto> {
    await this.photo(name).click();
    return new OpenedPhoto(this.page, name);
  }

  async searchByFile(file: PhotoUpload): Promise<SearchResults> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Search by photo' }).click();
    await (await chooser).setFiles(file);
    return new SearchResults(this.page);
  }
}
