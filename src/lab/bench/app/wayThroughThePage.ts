import type { Page } from 'playwright';
import type { AnswerClock } from './answerClock.ts';
import type { Expected } from './answerWatch.ts';

const RESULTS: Expected = { from: 'pointerup', where: '[aria-label=Results]', pictures: 1, other: true };
const RESULTS_BY_KEY: Expected = { ...RESULTS, from: 'keydown' };
const DIALOG: Expected = { ...RESULTS, where: '[role=dialog]' };
/** Clear of the buttons in a tile's corners. */
const INSIDE = { x: 60, y: 70 };

/** What a person does on the way from the gallery to an answer and on from there, each time with other categories. */
export async function wayThroughThePage(page: Page, clock: AnswerClock, round: number): Promise<void> {
  const press = (key: string) => () => page.keyboard.press(key);
  const home = page.getByRole('link', { name: 'Facet, back to the gallery' });
  const chips = page.getByRole('group', { name: 'Filter by category' }).getByRole('button', { name: /, \d/ });
  const field = page.getByRole('combobox', { name: 'Search', exact: true });
  const sentence = page.getByRole('group', { name: 'What is asked' });
  const dialog = page.getByRole('dialog');

  await home.click();
  await sentence.waitFor({ state: 'detached' });
  await chips.first().waitFor();
  const offered = await chips.evaluateAll((all) =>
    all.map((one) => (one.getAttribute('aria-label') ?? '').split(',')[0] ?? ''),
  );
  const category = (step: number): string => offered[(round + step) % offered.length] ?? '';

  await page.keyboard.press('/');
  await clock.take(
    'a letter in the search line: what it may mean',
    { from: 'keydown', where: '[role=listbox]', pictures: 0, other: true },
    press(category(0)[0] ?? 'p'),
  );
  await field.fill(category(0));
  await clock.take('Enter in the search line: the answer', RESULTS_BY_KEY, press('Enter'));
  await field.fill(category(1));
  await clock.take('Enter, a second category', { ...RESULTS_BY_KEY, pictures: 0 }, press('Enter'));
  const chip = sentence.getByRole('button', { name: new RegExp(`^${category(1)}, must`) });
  await clock.take('a tap on its chip, from "and" to "or"', RESULTS, () => chip.click());
  await page.keyboard.press('/');
  await clock.take('Backspace in the search line: one chip less', RESULTS_BY_KEY, press('Backspace'));

  await home.click();
  await sentence.waitFor({ state: 'detached' });
  await clock.take('a tap on a category above the photos', RESULTS, () =>
    chips
      .filter({ hasText: category(2) })
      .first()
      .click(),
  );
  await clock.take('a tap on a hit: the photo', DIALOG, () =>
    page
      .locator('[aria-label=Results] [data-tile]')
      .nth(round % 3)
      .click({ position: INSIDE }),
  );
  await clock.take('an arrow key: the next photo', { ...DIALOG, from: 'keydown' }, press('ArrowRight'));
  await clock.take('a tap on "More like this"', RESULTS, () =>
    dialog.getByRole('button', { name: 'More like this' }).click(),
  );
  await clock.take('a tap on "Grouped by category"', RESULTS, () =>
    page.getByRole('tab', { name: 'Grouped by category' }).click(),
  );
  await page.getByRole('slider', { name: 'Largest distance' }).focus();
  await clock.take('an arrow key on the distance', { ...RESULTS_BY_KEY, pictures: 0 }, press('ArrowRight'));
}
