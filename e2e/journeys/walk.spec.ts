import { expect, type Page } from '@playwright/test';
import { seededRandom } from '../../src/base/seededRandom.ts';
import { test } from '../harness/scenesTest.ts';

/** A walk through every view: Back, Forward and a reload show what was seen there before. `router.test.ts` walks fifty steps, many times. */

const STEPS = 24;
const SEED = 14;

/** What of a view tells one state from another, as a person sees it. */
function seen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.closest('[inert]') === null)
        .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
    const values = [...document.querySelectorAll('select')].map(({ value }) => value);
    return JSON.stringify({
      title: document.title,
      headings: texts('h1, dialog h2, [role=dialog] h2'),
      asked: texts('[aria-label="What is asked"] button'),
      dialogs: texts('[role=dialog]'),
      tabs: texts('[role=tab][aria-selected=true]'),
      maps: texts('[role=application]'),
      values,
      waits: document.querySelector('[aria-busy="true"], [class*="spinner"]') !== null,
    });
  });
}

/** Once it is at rest. */
async function settledSight(page: Page): Promise<string> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await seen(page);
        const same = now === before && !/Starting|Opening|Loading|"waits":true/.test(now);
        before = now;
        return same;
      },
      { intervals: [400] },
    )
    .toBe(true);
  return before;
}

test('on a walk of steps, Back, Forward and reloads every view shows again what it showed', async ({ facet, page }) => {
  await expect.poll(() => facet.photoCount()).toBe(12);
  await facet.openPhoto('Way to work.jpg');
  const id = /open=([0-9a-f]{64})/.exec(page.url())?.[1] ?? '';
  expect(id).not.toBe('');
  await page.goBack();
  const addresses = [
    '#/',
    '#/?sort=name',
    '#/?chip=all%3Aperson',
    '#/?chip=all%3Aperson&chip=none%3Acar&sort=oldest',
    '#/?in=Drawn+scenes&word=way',
    `#/?open=${id}`,
    `#/?sort=name&open=${id}`,
    '#/?panel=settings',
    `#/search?photo=${id}`,
    `#/search?photo=${id}&tab=grouped`,
    `#/search?photo=${id}&region=0.1%2C0.1%2C0.6%2C0.8`,
    '#/duplicates',
    '#/map',
    '#/map?at=1%2C0%2C60',
  ];
  const random = seededRandom(SEED);
  // Where the person is in the history, and what was seen at each place of it.
  const history: string[] = [];
  const sights = new Map<string, string>();
  const hash = () => page.evaluate(() => location.hash);
  const look = async () => {
    const address = await hash();
    const known = sights.get(address);
    if (known === undefined) sights.set(address, await settledSight(page));
    else await expect.poll(() => seen(page), `seen again at ${address}`).toBe(known);
    return address;
  };
  let at = -1;
  for (let step = 0; step < STEPS; step++) {
    const dice = random();
    if (dice < 0.2 && at > 0) {
      await page.goBack();
      at--;
    } else if (dice < 0.3 && at < history.length - 1) {
      await page.goForward();
      at++;
    } else if (dice < 0.42 && at >= 0) {
      await facet.reload();
    } else {
      const here = await hash();
      const others = addresses.filter((address) => address !== here);
      const address = others[Math.floor(random() * others.length)] ?? '#/';
      await page.evaluate((to) => {
        location.hash = to;
      }, address);
      history.splice(++at, Infinity, address);
    }
    const address = await look();
    expect(decodeURIComponent(address)).toBe(decodeURIComponent(history[at] ?? ''));
  }
});
