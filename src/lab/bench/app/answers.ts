import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltPage } from '../gallery/builtPage.ts';
import { galleryFor } from '../gallery/galleryFile.ts';
import { OpenGallery } from '../gallery/openGallery.ts';
import { type BenchRow, rowOfTimes } from '../row.ts';
import { AnswerClock } from './answerClock.ts';
import { drawnBoxes } from './drawnBoxes.ts';
import { wayThroughThePage } from './wayThroughThePage.ts';

/** Each asks something else than the one before. */
const ROUNDS = 15;
/** A browser compiles what runs often. */
const WARMING = 3;

/**
 * From a key or a tap to the painted answer, in a gallery of so many photos that nobody took (see `npm run gallery:synthesise`) and the drawn
 * scenes; and from the last move of a drawn box on one of these.
 */
export async function answerRows(built: BuiltPage, photos: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-answer-bench-'));
  const gallery = await galleryFor(built, photos);
  const open = await OpenGallery.open(built, join(folder, 'profile'));
  try {
    const { page } = open;
    await page.getByRole('button', { name: 'Try it with drawn scenes' }).click();
    await page.getByText('12 photos added.').waitFor();
    await page.getByRole('button', { name: 'Skip the tour' }).click();
    await open.import(gallery.file());
    const clock = await AnswerClock.in(page);
    const boxes = await drawnBoxes(page, clock);
    clock.forget();
    for (let round = 0; round < WARMING + ROUNDS; round++) {
      process.stderr.write(`round ${round + 1} of ${WARMING + ROUNDS}\n`);
      if (round === WARMING) clock.forget();
      await wayThroughThePage(page, clock, round);
    }
    const ways = [...clock.times].map(([what, ms]) => rowOfTimes(`${photos.toLocaleString('en')} photos, ${what}`, ms));
    return [...ways, ...boxes];
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
