import { expect, type Locator, type Page } from '@playwright/test';

/** The search line in the header, and the sentence of chips under it. */
export class SearchLine {
  readonly page: Page;
  readonly field: Locator;
  readonly options: Locator;
  readonly sentence: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('combobox', { name: 'Search', exact: true });
    this.options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    this.sentence = page.getByRole('group', { name: 'What is asked' });
    this.results = page.getByRole('region', { name: 'Results' });
  }

  /** Types a line and asks for what it says. */
  async ask(line: string): Promise<void> {
    await this.field.fill(line);
    await this.field.press('Enter');
  }

  /** The chip of a category, by the role that it has. */
  chip(category: string, means: 'must be there' | 'one of these' | 'must not be there' | 'and nothing else'): Locator {
    return this.sentence.getByRole('button', { name: `${category}, ${means}`, exact: true });
  }

  tile(name: string): Locator {
    return this.results.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** Presses Tab until the control has the focus, as somebody without a pointer does. */
  async tabTo(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    for (let presses = 0; presses < 60; presses++) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(control).toBeFocused();
  }
}
