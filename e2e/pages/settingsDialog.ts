import { type Download, expect, type Locator, type Page } from '@playwright/test';

/** The settings over the page. */
export class SettingsDialog {
  readonly page: Page;
  readonly storage: Locator;
  readonly privacy: Locator;
  readonly network: Locator;

  constructor(page: Page) {
    this.page = page;
    this.storage = page.getByRole('region', { name: 'Storage' });
    this.network = page.getByRole('region', { name: 'Network', exact: true });
    this.privacy = page.getByRole('region', { name: 'Privacy' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings' }).click();
    await this.storage.waitFor();
  }

  async close(): Promise<void> {
    await this.page
      .getByRole('dialog', { name: 'Settings' })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
  }

  /** The file that the browser would save. */
  async exportIndex({ withThumbnails }: { readonly withThumbnails: boolean }): Promise<Download> {
    await this.storage.getByRole('switch', { name: 'With thumbnails' }).setChecked(withThumbnails);
    const download = this.page.waitForEvent('download');
    await this.storage.getByRole('button', { name: 'Export the index…' }).click();
    return download;
  }

  async importIndex(
    file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.storage.getByRole('button', { name: 'Import an index…' }).click();
    await (await chooser).setFiles(file);
  }

  /** As a person does it; resolves when that engine is in use. */
  async chooseEngine(name: 'WebGPU' | 'WebAssembly' | 'Automatic'): Promise<void> {
    const section = this.page.getByRole('region', { name: 'Engine' });
    await section.getByRole('group').getByText(name, { exact: true }).click();
    await expect(section.getByRole('radio', { name })).toBeChecked({ timeout: 240_000 });
  }

  /** After the GPU was given up; resolves when it is in use again, or has failed again. */
  async tryGpuAgain(): Promise<void> {
    const again = this.page.getByRole('region', { name: 'Engine' }).getByRole('button', { name: 'Try the GPU again' });
    // It may have come back since somebody looked.
    if ((await again.count()) === 0) return;
    await again.click();
    await expect
      .poll(async () => (await again.count()) === 0 || (await again.isEnabled()), { timeout: 240_000 })
      .toBe(true);
  }

  async bringWeights(
    file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.network.getByRole('button', { name: 'Choose a file of weights…' }).click();
    await (await chooser).setFiles(file);
  }

  async chooseNetwork(name: 'Standard' | 'With GoogLeNet'): Promise<void> {
    await this.network.getByText(name, { exact: true }).click();
    await expect(this.network.getByRole('radio', { name })).toBeChecked();
  }

  async removeAll(): Promise<void> {
    await this.storage.getByRole('button', { name: 'Remove all photos' }).click();
    await this.page.getByRole('button', { name: 'Remove all', exact: true }).click();
    await expect(this.page.getByRole('button', { name: 'Choose photos', exact: true })).toBeVisible();
  }
}
