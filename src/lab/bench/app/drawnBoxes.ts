import type { Page } from 'playwright';
import { seededRandom } from '../../../base/seededRandom.ts';
import { type BenchRow, rowOfTimes } from '../row.ts';
import type { AnswerClock } from './answerClock.ts';
import type { Expected } from './answerWatch.ts';

/** A drawn scene with a person and a bicycle: most boxes hold something. */
const SCENE = 'Way to work';
const SEED = 1;
const BOXES = 15;
const WARMING = 3;
/** Moves of a box, and milliseconds between them: a hand at 60 Hz. */
const MOVES = 12;
const BETWEEN_MS = 16;
/** Sides of a box, as a part of the photo's. */
const SIDE = { least: 0.25, most: 0.55 } as const;

const CARD: Expected = {
  from: 'pointermove',
  where: '[aria-label="Chosen object"]',
  pictures: 0,
  other: false,
  corner: '[aria-label="Your box"]',
};

/**
 * From the last move of a drawn box to what is in it and the photos like it, the pointer still down. The first box waits for the photo's
 * feature maps, which are kept for the next ones; a row says so.
 */
export async function drawnBoxes(page: Page, clock: AnswerClock): Promise<BenchRow[]> {
  await page.getByRole('link', { name: 'Facet, back to the gallery' }).click();
  await page.keyboard.press('/');
  await page.keyboard.type(SCENE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `${SCENE}.jpg`, exact: true }).click();
  const picture = page.getByRole('dialog').getByRole('img', { name: `${SCENE}.jpg`, exact: true });
  await page.getByTestId('found-box').first().waitFor();
  const place = await picture.boundingBox();
  if (place === null) throw new Error('drawnBoxes: got no picture, wanted the opened scene');

  const random = seededRandom(SEED);
  const draw = async (): Promise<void> => {
    const between = (least: number, most: number) => least + random() * (most - least);
    const [width, height] = [between(SIDE.least, SIDE.most), between(SIDE.least, SIDE.most)];
    const [left, top] = [between(0.02, 0.98 - width), between(0.02, 0.98 - height)];
    for (let move = 0; move <= MOVES; move++) {
      const far = move / MOVES;
      await page.mouse.move(
        place.x + place.width * (left + width * far),
        place.y + place.height * (top + height * far),
      );
      if (move === 0) await page.mouse.down();
      else await page.waitForTimeout(BETWEEN_MS);
    }
  };
  /** Within a box that is there a drag would move it. */
  const takeAway = async (): Promise<void> => {
    await page.mouse.up();
    await page.keyboard.press('d');
    await page.locator(CARD.where).waitFor({ state: 'detached' });
  };
  const first = await clock.take('the first box', CARD, draw);
  await takeAway();
  for (let box = -WARMING; box < BOXES; box++) {
    if (box === 0) clock.forget();
    await clock.take('a box', CARD, draw);
    await takeAway();
  }
  await page.getByRole('button', { name: 'Close photo' }).click();
  return [
    rowOfTimes('the last move of a drawn box: what is in it, and photos like it', clock.times.get('a box') ?? [], {
      note: `WebAssembly; the first box of a photo, whose feature maps are made then, ${first.toFixed(0)} ms`,
    }),
  ];
}
