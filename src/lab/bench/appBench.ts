import { answerRows } from './app/answers.ts';
import { openingRows } from './app/openings.ts';
import { builtBefore, builtNow } from './gallery/builtPage.ts';
import type { BenchOptions, BenchRow } from './row.ts';

/** Photos in the gallery that is asked, if no other number is given. */
const PHOTOS = 1_000;

/**
 * The built app in Chromium, as a person meets it: what a key or a tap is answered in, a box that is drawn, and opening the page. With
 * `--before COMMIT-OR-DIST` the answers are taken in turns with those of an older page.
 */
export async function appBench({ before, photos = PHOTOS }: BenchOptions): Promise<BenchRow[]> {
  const built = await builtNow();
  const answers = await answerRows([built, ...(before === undefined ? [] : [builtBefore(before)])], photos);
  return [...answers, ...(await openingRows(built))];
}
