import { expect, type Locator, type Page } from '@playwright/test';

/** All photos in two dimensions. */
export class CollectionMapPage {
  readonly page: Page;
  readonly map: Locator;
  readonly tools: Locator;
  readonly regions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.map = page.getByRole('application', { name: /^Map of/ });
    this.tools = page.getByRole('group', { name: 'Map', exact: true });
    this.regions = page.getByRole('group', { name: 'Go to' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(this.map).toBeVisible({ timeout: 60_000 });
  }

  /** What a screen reader says of the photo that keys act on. */
  said(): Locator {
    return this.page.getByRole('status').filter({ hasText: /\.jpg, / });
  }

  /** Middle of the view and side of a cell, as the address has them; null while all of the map is in sight. */
  place(): { readonly x: number; readonly y: number; readonly zoom: number } | null {
    const at = /[?&]at=([^&]+)/.exec(this.page.url())?.[1];
    if (at === undefined) return null;
    const [x = 0, y = 0, zoom = 0] = decodeURIComponent(at).split(',').map(Number);
    return { x, y, zoom };
  }
}
