import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** An element as assistive technology names it; hidden ones do not count. */
export interface RoleQuery {
  readonly role: string;
  /** The whole accessible name, or the source of a regular expression that it matches. */
  readonly name?: string | { readonly matches: string };
  readonly within?: RoleQuery;
}

/** Testing Library's queries as one script, to be run in a page before `elementsByRole`: it defines `TestingLibraryDom`. */
export const TESTING_LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.js'),
  'utf8',
);

declare global {
  /** Only where `TESTING_LIBRARY` was run. */
  var TestingLibraryDom: typeof import('@testing-library/dom') | undefined;
}

/** All matches in the order of the document. Self-contained: runs in the page. */
export function elementsByRole(query: RoleQuery): HTMLElement[] {
  const library = globalThis.TestingLibraryDom;
  if (library === undefined) throw new Error('elementsByRole: got a page without Testing Library, wanted it loaded');
  const find = ({ role, name, within }: RoleQuery): HTMLElement[] => {
    const inside = within === undefined ? [document.body] : find(within);
    const wanted = typeof name === 'object' ? new RegExp(name.matches) : name;
    const options = wanted === undefined ? {} : { name: wanted };
    return inside.flatMap((element) => library.queryAllByRole(element, role, options));
  };
  return find(query);
}

export interface MatchedElement {
  /** `aria-label`, or the text. */
  readonly label: string;
  /** In the window, CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a radio button or a check box. */
  readonly checked: boolean;
}

/** Self-contained: runs in the page. */
export function describedElements(elements: readonly HTMLElement[]): MatchedElement[] {
  return elements.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      // biome-ignore lint/performance/useDomNodeTextContent: the name that a person sees, without hidden text
      label: element.getAttribute('aria-label') ?? element.innerText.trim(),
      x,
      y,
      width,
      height,
      checked: element instanceof HTMLInputElement && element.checked,
    };
  });
}

/** The expression of `elementsByRole` on the query. */
export function elementsExpression(query: RoleQuery): string {
  return `(${elementsByRole.toString()})(${JSON.stringify(query)})`;
}

/** The expression of `describedElements` of the query's matches, as JSON. */
export function descriptionExpression(query: RoleQuery): string {
  return `JSON.stringify((${describedElements.toString()})(${elementsExpression(query)}))`;
}
