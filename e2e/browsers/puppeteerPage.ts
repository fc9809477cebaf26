import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { BrowserPage, PageElement, PickerQuery, Point, PressedKey } from './browserPage.ts';
import {
  descriptionExpression,
  elementsExpression,
  type MatchedElement,
  type RoleQuery,
  TESTING_LIBRARY,
} from './roleQuery.ts';

/** The page itself is there in a second; a busy machine's browser is not. */
const NAVIGATION_MS = 180_000;

/** A page of Chromium (DevTools protocol) or of Firefox (WebDriver BiDi). */
export class PuppeteerPage implements BrowserPage {
  readonly browser: string;
  readonly downloads: string;
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(browser: Browser, page: Page, name: string, downloads: string) {
    this.#browser = browser;
    this.page = page;
    this.browser = name;
    this.downloads = downloads;
  }

  static async of(browser: Browser, name: string, downloads: string): Promise<PuppeteerPage> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const version = (await browser.version()).replace(/^.*\//, '');
    return new PuppeteerPage(browser, page, `${name} ${version}`, downloads);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { timeout: NAVIGATION_MS });
  }

  async evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    // Puppeteer's own type of the answer is what comes back; the argument goes there as JSON.
    const answer: unknown = await this.page.evaluate(
      `(async () => JSON.stringify((await (${work.toString()})(${JSON.stringify(argument) ?? 'undefined'})) ?? null))()`,
    );
    if (typeof answer !== 'string') throw new Error(`PuppeteerPage.evaluate: got ${typeof answer}, wanted JSON`);
    return JSON.parse(answer);
  }

  async element(query: RoleQuery | PickerQuery): Promise<PageElement | null> {
    const handle = 'picker' in query ? await this.page.$('input[data-picker]') : await this.#byRole(query);
    return handle === null ? null : new PuppeteerElement(handle);
  }

  async matches(query: RoleQuery): Promise<MatchedElement[]> {
    await this.#loadQueries();
    return JSON.parse(String(await this.page.evaluate(descriptionExpression(query))));
  }

  async #byRole(query: RoleQuery): Promise<ElementHandle | null> {
    await this.#loadQueries();
    const handle = await this.page.evaluateHandle(`${elementsExpression(query)}[0] ?? null`);
    // Asked of the document, every node is an element.
    return handle.asElement() as ElementHandle | null;
  }

  async #loadQueries(): Promise<void> {
    if (!(await this.page.evaluate('"TestingLibraryDom" in globalThis'))) await this.page.evaluate(TESTING_LIBRARY);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

class PuppeteerElement implements PageElement {
  readonly #handle: ElementHandle;

  constructor(handle: ElementHandle) {
    this.#handle = handle;
  }

  click(): Promise<void> {
    return this.#handle.click();
  }

  press(key: PressedKey): Promise<void> {
    return this.#handle.press(key);
  }

  async upload(paths: readonly string[]): Promise<void> {
    const input = await this.#handle.toElement('input');
    await input.uploadFile(...paths);
  }
}
