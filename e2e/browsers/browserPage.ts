import type { MatchedElement, RoleQuery } from './roleQuery.ts';

export type PressedKey = 'End' | 'Escape';

/** An element of the page, found anew for each use. */
export interface PageElement {
  click(): Promise<void>;
  press(key: PressedKey): Promise<void>;
  /** The way of the browser's own driver, as if a person had picked the files. @param paths absolute */
  upload(paths: readonly string[]): Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One page of one browser, whoever drives it: the least that the journey needs of Puppeteer and of WebDriver. */
export interface BrowserPage {
  /** Name and version, as the browser gives them. */
  readonly browser: string;
  /** Where this browser puts what a person saves. */
  readonly downloads: string;
  goto(url: string): Promise<void>;
  /** Runs a self-contained function in the page. @throws Error with the message of what it threw there. */
  evaluate<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** What all matches look like now, in the order of the document. */
  matches(query: RoleQuery): Promise<MatchedElement[]>;
  /** The first match, or null. */
  element(query: RoleQuery | PickerQuery): Promise<PageElement | null>;
  /** Presses the mouse button at one point of the window and lets go at another, CSS pixels. */
  drag(from: Point, to: Point): Promise<void>;
  close(): Promise<void>;
}

/** The file input that `catchFilePickers` caught. */
export interface PickerQuery {
  readonly picker: true;
}

/**
 * Lets the input of a file dialog appear on the page in place of the dialog, which belongs to the desktop and which WebDriver
 * cannot reach. Runs in the page.
 */
export function catchFilePickers(): void {
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== 'file') return click.call(this);
    document.querySelector('input[data-picker]')?.remove();
    this.dataset['picker'] = '';
    document.body.append(this);
  };
}
