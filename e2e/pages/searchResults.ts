import { expect, type Locator, type Page } from '@playwright/test';

export interface ShownHit {
  readonly name: string;
  readonly distance: number;
}

/** The answer to a search. */
export class SearchResults {
  readonly page: Page;
  readonly region: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Results' });
  }

  async answered(): Promise<void> {
    await expect(this.region).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });
    await expect(this.region.getByRole('tablist')).toBeVisible();
  }

  /** All hits however far, nearest first, as they are named to a screen reader. */
  async similar(): Promise<ShownHit[]> {
    await this.region.getByRole('tab', { name: 'Similar overall' }).click();
    const slider = this.region.getByRole('slider');
    await slider.focus();
    await slider.press('End');
    return this.#hits(this.region.getByRole('tabpanel', { name: 'Similar overall' }));
  }

  async group(): Promise<void> {
    await this.region.getByRole('tab', { name: 'Grouped by category' }).click();
    // A query that holds no known category has no slider, because it has no rows.
    const slider = this.region.getByRole('slider');
    if (await slider.isVisible()) {
      await slider.focus();
      await slider.press('End');
    }
  }

  /** Names of the categories that have a group, without the group of all together. */
  async categories(): Promise<string[]> {
    const titles = await this.region
      .getByRole('tabpanel', { name: 'Grouped by category' })
      .getByRole('heading', { level: 2 })
      .allInnerTexts();
    return titles.filter((title) => title !== 'All of them together');
  }

  row(category: string): Promise<ShownHit[]> {
    return this.#hits(this.region.getByRole('region', { name: category, exact: true }));
  }

  async #hits(inside: Locator): Promise<ShownHit[]> {
    const labels = await inside
      .getByRole('button', { name: /bits apart/ })
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label') ?? ''));
    return labels.map((label) => {
      const match = /^(.*), (\d+) of \d+ bits apart/.exec(label);
      if (!match) throw new Error(`SearchResults: got a hit called "${label}", wanted a name and a distance`);
      return { name: match[1]!, distance: Number(match[2]) };
    });
  }
}
