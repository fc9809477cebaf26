import { expect, type Locator, type Page } from '@playwright/test';

/** Drawn scenes train in a minute; a small, busy machine takes some. */
const TRAINING_LIMIT_MS = 300_000;

/** The part of the quality view where heads are trained. */
export class TrainPart {
  readonly page: Page;
  readonly part: Locator;
  /** Of the heads whose card is open. */
  readonly card: Locator;

  constructor(page: Page) {
    this.page = page;
    this.part = page.getByRole('region', { name: 'Train on a labelled folder' });
    this.card = this.part.getByRole('table', { name: 'Card' });
  }

  /** As a person chooses it. @param folder on the disk */
  async begin(folder: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.part.getByRole('button', { name: /^Choose (?:a folder to train on|the same folder again)…$/ }).click();
    await (await chooser).setFiles(folder);
  }

  async press(name: string): Promise<void> {
    await this.part.getByRole('button', { name, exact: true }).click();
  }

  /** A curve of this stage is drawn. */
  async curve(stage: string): Promise<void> {
    await expect(this.part.getByRole('img', { name: `Loss by round: ${stage}` }).first()).toBeVisible({
      timeout: TRAINING_LIMIT_MS,
    });
  }

  async trained(): Promise<void> {
    await expect(this.card).toBeVisible({ timeout: TRAINING_LIMIT_MS });
  }
}
