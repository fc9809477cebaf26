import type { Locator, Page } from '@playwright/test';

/** The view that measures how good Facet is. */
export class QualityViewPage {
  readonly page: Page;
  readonly folder: Locator;
  readonly own: Locator;
  readonly figures: Locator;

  constructor(page: Page) {
    this.page = page;
    this.folder = page.getByRole('region', { name: 'On a labelled folder', exact: true });
    this.own = page.getByRole('region', { name: 'On your own photos' });
    this.figures = this.folder.getByRole('table', { name: 'Figures' });
  }

  /** As a person chooses it. @param folder on the disk */
  async measure(folder: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.folder.getByRole('button', { name: 'Choose a folder…' }).click();
    await (await chooser).setFiles(folder);
  }

  /** Of the question in sight. */
  async answer(name: 'Yes' | 'No' | 'I cannot tell'): Promise<void> {
    await this.own.getByRole('button', { name, exact: true }).click();
  }

  question(place: number, all: number | RegExp): Locator {
    return this.own.getByText(
      typeof all === 'number' ? `Question ${place} of ${all}` : new RegExp(`^Question ${place} of ${all.source}$`),
    );
  }
}
