import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';

/** What no journey may cause: a request to another origin, or a complaint of the browser's. */
class Watch {
  readonly foreign: string[] = [];
  readonly complaints: string[] = [];
}

/**
 * A test with a page of its own, opened and ready: a fresh browser context, so an empty gallery. After every test no
 * request has left for another origin, and neither the page nor the browser has complained.
 */
export const test = base.extend<{ facet: FacetPage }>({
  facet: async ({ page, context, baseURL }, use) => {
    const watch = new Watch();
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'blob:' && baseURL !== undefined && origin !== new URL(baseURL).origin) {
        watch.foreign.push(request.url());
      }
    });
    page.on('pageerror', (error) => watch.complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself asks for the tab's icon now and then; without a network that is no fault of the page.
      const ownIcon =
        message.text().includes('ERR_INTERNET_DISCONNECTED') && message.location().url.endsWith('/icon.svg');
      if (message.type() === 'error' && !ownIcon) watch.complaints.push(`${message.text()} ${message.location().url}`);
    });
    const facet = new FacetPage(page);
    await facet.open();
    await use(facet);
    expect(watch).toEqual(new Watch());
  },
});

/** Waits until every animation that ends has ended: text that is half faded in has not its full contrast yet. */
async function settled({ page }: FacetPage): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect !== null && effect.getComputedTiming().endTime !== Infinity,
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** The rules of WCAG 2 A and AA that axe can check, on the view at rest. */
export async function expectAccessible(facet: FacetPage): Promise<void> {
  await settled(facet);
  const { violations } = await new AxeBuilder({ page: facet.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}
