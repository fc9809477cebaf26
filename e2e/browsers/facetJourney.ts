import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type BrowserPage, catchFilePickers, type PageElement, type Point } from './browserPage.ts';
import type { RoleQuery } from './roleQuery.ts';
import { storedPhotos } from './storedPhotos.ts';

/** A software adapter that passes for a real one computes every kernel's cases first: minutes on a busy machine. */
const START_MS = 480_000;
const ANSWER_MS = 120_000;
const INDEXING_MS = 900_000;

export interface ShownHit {
  readonly name: string;
  readonly distance: number;
}

const RESULTS: RoleQuery = { role: 'region', name: 'Results' };
const CHOSEN_OBJECT: RoleQuery = { role: 'region', name: 'Chosen object' };
const STORAGE: RoleQuery = { role: 'region', name: 'Storage' };
const ENGINE: RoleQuery = { role: 'button', name: { matches: '^Engine in use' } };

/** What a person does in Facet, by roles and labels, in whatever browser the page is of. */
export class FacetJourney {
  readonly page: BrowserPage;

  constructor(page: BrowserPage) {
    this.page = page;
  }

  /** Until the engine is up. @returns what the header calls it */
  async open(url: string): Promise<string> {
    await this.page.goto(url);
    await this.page.evaluate(catchFilePickers, null);
    await this.#appeared(ENGINE, START_MS);
    return (await this.labels(ENGINE)).join().replace(/^Engine in use: |\. Details$/g, '');
  }

  async click(query: RoleQuery, limitMs?: number): Promise<void> {
    await (await this.#appeared(query, limitMs)).click();
  }

  async isThere(query: RoleQuery): Promise<boolean> {
    return (await this.page.element(query)) !== null;
  }

  /** `aria-label` or text of every match. */
  async labels(query: RoleQuery): Promise<string[]> {
    return (await this.page.matches(query)).map(({ label }) => label);
  }

  async labelsOnceThere(query: RoleQuery): Promise<string[]> {
    await this.#appeared(query);
    return this.labels(query);
  }

  async addPhotos(paths: readonly string[]): Promise<void> {
    const before = (await storedPhotos(this.page)).length;
    const choose: RoleQuery = { role: 'button', name: 'Choose photos' };
    if (before === 0) {
      await this.click(choose);
    } else {
      await this.click({ role: 'button', name: 'Add photos' });
      await this.click({ role: 'menuitem', name: 'Choose photos…' });
    }
    await this.#pick(paths);
    await this.#until('every photo is stored', before + paths.length, INDEXING_MS, async () => {
      return (await storedPhotos(this.page)).length;
    });
    await this.#until('the line of indexing is gone', false, ANSWER_MS, () =>
      this.isThere({ role: 'region', name: 'Indexing' }),
    );
  }

  photo(name: string): RoleQuery {
    return { role: 'button', name, within: { role: 'grid', name: 'Photos' } };
  }

  /** Waits for the photo in the grid. */
  async shows(name: string): Promise<void> {
    await this.#appeared(this.photo(name));
  }

  async openPhoto(name: string): Promise<RoleQuery> {
    await this.click(this.photo(name));
    const dialog: RoleQuery = { role: 'dialog', name };
    await this.#appeared({ role: 'img', name, within: dialog });
    return dialog;
  }

  async searchByFile(path: string): Promise<ShownHit[]> {
    await this.click({ role: 'button', name: 'Search by photo' });
    await this.#pick([path]);
    return this.#similar();
  }

  /** Draws a box over the middle of the opened photo and searches by it. */
  async searchByMiddle(dialog: RoleQuery): Promise<ShownHit[]> {
    const picture: RoleQuery = { role: 'img', name: { matches: '\\.jpg$' }, within: dialog };
    const [shown] = await this.page.matches(picture);
    if (shown === undefined) throw new Error('FacetJourney: the photo is not on the screen');
    const { x, y, width, height } = shown;
    const at = (share: number): Point => ({ x: x + width * share, y: y + height * share });
    await this.page.drag(at(0.25), at(0.75));
    await this.click({
      role: 'button',
      name: { matches: '^Search by this' },
      within: { ...CHOSEN_OBJECT, within: dialog },
    });
    return this.#similar();
  }

  async closePhoto(dialog: RoleQuery): Promise<void> {
    await this.click({ role: 'button', name: 'Close photo', within: dialog });
  }

  async openSettings(): Promise<void> {
    await this.click({ role: 'button', name: 'Settings' });
    await this.#appeared(STORAGE);
  }

  async closeSettings(): Promise<void> {
    await this.click({ role: 'button', name: 'Close', within: { role: 'dialog', name: 'Settings' } });
  }

  /** @returns where the file lies, under a name of its own: browsers differ in what they do with a second one of a name */
  async exportIndex(): Promise<string> {
    const { downloads } = this.page;
    await this.click({ role: 'button', name: 'Export the index…', within: STORAGE });
    const arrived = (): string | undefined => {
      const names = readdirSync(downloads);
      // Firefox keeps the place of a file that is still coming.
      if (names.some((name) => name.endsWith('.part'))) return undefined;
      return names.find((name) => name.endsWith('.facet') && statSync(join(downloads, name)).size > 0);
    };
    await this.#until('the exported file is among the downloads', true, ANSWER_MS, async () => arrived() !== undefined);
    const kept = join(downloads, `exported ${readdirSync(downloads).length}`);
    renameSync(join(downloads, arrived() ?? ''), kept);
    return kept;
  }

  async importIndex(path: string): Promise<string> {
    await this.click({ role: 'button', name: 'Import an index…', within: STORAGE });
    await this.#pick([path]);
    await this.#appeared({ role: 'status', within: STORAGE });
    return (await this.labels({ role: 'status', within: STORAGE })).join(' ');
  }

  async removeAll(): Promise<void> {
    await this.click({ role: 'button', name: 'Remove all photos', within: STORAGE });
    await this.click({ role: 'button', name: 'Remove all' });
    await this.#appeared({ role: 'button', name: 'Choose photos' });
  }

  /** @returns what the header calls the engine afterwards */
  async chooseEngine(name: 'Automatic' | 'WebGPU' | 'WebAssembly'): Promise<string> {
    await this.openSettings();
    await this.click({ role: 'radio', name });
    await this.#until('the engine is chosen', true, START_MS, async () => {
      const [choice] = await this.page.matches({ role: 'radio', name });
      return choice?.checked;
    });
    await this.closeSettings();
    return (await this.labels(ENGINE)).join();
  }

  /** Why the settings say that the engine is the one that it is. */
  async engineInWords(): Promise<string> {
    await this.openSettings();
    const said = await this.labelsOnceThere({ role: 'paragraph', within: { role: 'region', name: 'Engine' } });
    await this.closeSettings();
    return said.join(' ');
  }

  async #pick(paths: readonly string[]): Promise<void> {
    await (await this.#appeared({ picker: true })).upload(paths);
  }

  /** All hits however far, nearest first, as they are named to a screen reader. */
  async #similar(): Promise<ShownHit[]> {
    await this.click({ role: 'tab', name: 'Similar overall', within: RESULTS }, ANSWER_MS);
    await (await this.#appeared({ role: 'slider', within: RESULTS })).press('End');
    const tile: RoleQuery = { role: 'button', name: { matches: 'bits apart' }, within: RESULTS };
    await this.#appeared(tile);
    return (await this.labels(tile)).map((label) => {
      const match = /^(.*), (\d+) of \d+ bits apart/.exec(label);
      if (!match) throw new Error(`FacetJourney: got a hit called "${label}", wanted a name and a distance`);
      return { name: match[1] ?? '', distance: Number(match[2]) };
    });
  }

  async #appeared(query: Parameters<BrowserPage['element']>[0], limitMs = 30_000): Promise<PageElement> {
    let found: PageElement | null = null;
    await this.#until(`${JSON.stringify(query)} is on the page`, true, limitMs, async () => {
      found = await this.page.element(query);
      return found !== null;
    });
    if (found === null) throw new Error('FacetJourney: the element went away');
    return found;
  }

  async #until<T>(what: string, wanted: T, limitMs: number, look: () => Promise<T>): Promise<void> {
    try {
      await expect.poll(look, { message: `until ${what}`, timeout: limitMs }).toEqual(wanted);
    } catch (cause) {
      // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, without hidden text
      const shown = await this.page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 600), null);
      throw new Error(`Waited ${limitMs / 1000} s until ${what}. The page shows: ${shown}`, { cause });
    }
  }
}
