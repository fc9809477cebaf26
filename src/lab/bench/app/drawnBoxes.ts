import type { Page } from 'playwright';
import { seededRandom } from '../../../base/seededRandom.ts';
import type { AnswerClock } from './answerClock.ts';
import type { Expected } from './answerWatch.ts';

/** A drawn scene with a person and a bicycle: most boxes hold something. */
const SCENE = 'Way to work';
const SEED = 1;
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

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes drawn on an opened photo, one after the other: the same for every page. */
export class DrawnBoxes {
  /** Of the first box, which waits for the photo's feature maps; they are kept for the next ones. Milliseconds */
  readonly firstMs: number;
  readonly #page: Page;
  readonly #clock: AnswerClock;
  readonly #place: Place;
  readonly #random: () => number;

  private constructor(page: Page, clock: AnswerClock, place: Place, random: () => number, firstMs: number) {
    this.firstMs = firstMs;
    this.#page = page;
    this.#clock = clock;
    this.#place = place;
    this.#random = random;
  }

  /** Opens the scene and draws the first box on it. */
  static async on(page: Page, clock: AnswerClock): Promise<DrawnBoxes> {
    await page.getByRole('link', { name: 'Facet, back to the gallery' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(SCENE);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${SCENE}.jpg`, exact: true }).click();
    const picture = page.getByRole('dialog').getByRole('img', { name: `${SCENE}.jpg`, exact: true });
    await page.getByTestId('found-box').first().waitFor();
    const place = await picture.boundingBox();
    if (place === null) throw new Error('DrawnBoxes.on: got no picture, wanted the opened scene');
    const random = seededRandom(SEED);
    const firstMs = await clock.take('the first box', CARD, () => dragged(page, place, random));
    await takenAway(page);
    return new DrawnBoxes(page, clock, place, random, firstMs);
  }

  /** Of all boxes since the clock forgot, milliseconds. */
  get times(): readonly number[] {
    return this.#clock.times.get(BOX) ?? [];
  }

  /** One box more, which is taken away again. */
  async draw(): Promise<void> {
    await this.#clock.take(BOX, CARD, () => dragged(this.#page, this.#place, this.#random));
    await takenAway(this.#page);
  }

  async close(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Close photo' }).click();
  }
}

const BOX = 'a box';

/** Somewhere on the picture; the pointer stays down. */
async function dragged(page: Page, place: Place, random: () => number): Promise<void> {
  const between = (least: number, most: number) => least + random() * (most - least);
  const [width, height] = [between(SIDE.least, SIDE.most), between(SIDE.least, SIDE.most)];
  const [left, top] = [between(0.02, 0.98 - width), between(0.02, 0.98 - height)];
  for (let move = 0; move <= MOVES; move++) {
    const far = move / MOVES;
    await page.mouse.move(place.x + place.width * (left + width * far), place.y + place.height * (top + height * far));
    if (move === 0) await page.mouse.down();
    else await page.waitForTimeout(BETWEEN_MS);
  }
}

/** Within a box that is there a drag would move it. */
async function takenAway(page: Page): Promise<void> {
  await page.mouse.up();
  await page.keyboard.press('d');
  await page.locator(CARD.where).waitFor({ state: 'detached' });
}
