import { By, Key, Origin, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { BrowserPage, PageElement, PickerQuery, Point, PressedKey } from './browserPage.ts';
import {
  descriptionExpression,
  elementsExpression,
  type MatchedElement,
  type RoleQuery,
  TESTING_LIBRARY,
} from './roleQuery.ts';

const KEYS: Readonly<Record<PressedKey, string>> = { End: Key.END, Escape: Key.ESCAPE };

/** A page of WebKitGTK, over classic W3C WebDriver. */
export class WebKitPage implements BrowserPage {
  readonly browser: string;
  readonly downloads: string;
  readonly #driver: WebDriver;
  readonly #onClose: () => Promise<void>;

  private constructor(driver: WebDriver, name: string, downloads: string, onClose: () => Promise<void>) {
    this.#driver = driver;
    this.browser = name;
    this.downloads = downloads;
    this.#onClose = onClose;
  }

  /** @param onClose ends what was started for this page, after its session */
  static async of(driver: WebDriver, downloads: string, onClose: () => Promise<void>): Promise<WebKitPage> {
    const version: unknown = (await driver.getCapabilities()).get('browserVersion');
    await driver.manage().setTimeouts({ script: 120_000 });
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 980 });
    return new WebKitPage(driver, `WebKitGTK ${String(version)}`, downloads, onClose);
  }

  goto(url: string): Promise<void> {
    return this.#driver.get(url);
  }

  async evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    const answer: unknown = await this.#driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       (async () => (${work.toString()})(${JSON.stringify(argument) ?? 'undefined'}))().then(
         (value) => done(JSON.stringify({ value: value ?? null })),
         (error) => done(JSON.stringify({ error: String(error) })),
       );`,
    );
    const outcome: { readonly value: R } | { readonly error: string } = JSON.parse(String(answer));
    if ('error' in outcome) throw new Error(outcome.error);
    return outcome.value;
  }

  async element(query: RoleQuery | PickerQuery): Promise<PageElement | null> {
    if ('picker' in query) {
      const [input] = await this.#driver.findElements(By.css('input[data-picker]'));
      return input === undefined ? null : new WebKitElement(input);
    }
    await this.#loadQueries();
    const element = await this.#driver.executeScript<WebElement | null>(
      `return ${elementsExpression(query)}[0] ?? null`,
    );
    return element === null ? null : new WebKitElement(element);
  }

  async matches(query: RoleQuery): Promise<MatchedElement[]> {
    await this.#loadQueries();
    return JSON.parse(String(await this.#driver.executeScript(`return ${descriptionExpression(query)}`)));
  }

  async #loadQueries(): Promise<void> {
    if (!(await this.#driver.executeScript('return "TestingLibraryDom" in globalThis')))
      await this.#driver.executeScript(TESTING_LIBRARY);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const at = ({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 50 });
    await this.#driver
      .actions()
      .move(at(from))
      .press()
      .move(at({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }))
      .move(at(to))
      .release()
      .perform();
  }

  async close(): Promise<void> {
    await this.#driver.quit().catch(() => {});
    await this.#onClose();
  }
}

class WebKitElement implements PageElement {
  readonly #element: WebElement;

  constructor(element: WebElement) {
    this.#element = element;
  }

  click(): Promise<void> {
    return this.#element.click();
  }

  press(key: PressedKey): Promise<void> {
    return this.#element.sendKeys(KEYS[key]);
  }

  upload(paths: readonly string[]): Promise<void> {
    return this.#element.sendKeys(paths.join('\n'));
  }
}
