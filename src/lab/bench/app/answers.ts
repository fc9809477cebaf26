import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltPage } from '../gallery/builtPage.ts';
import { galleryFor } from '../gallery/galleryFile.ts';
import { OpenGallery } from '../gallery/openGallery.ts';
import { type BenchRow, rowOfTimes } from '../row.ts';
import { AnswerClock } from './answerClock.ts';
import { DrawnBoxes } from './drawnBoxes.ts';
import { wayThroughThePage } from './wayThroughThePage.ts';

/** Each asks something else than the one before. */
const ROUNDS = 15;
/** A browser compiles what runs often. */
const WARMING = 3;

interface Asked {
  readonly built: BuiltPage;
  readonly open: OpenGallery;
  readonly clock: AnswerClock;
}

/**
 * From a key or a tap to the painted answer, in a gallery of so many photos that nobody took (see `npm run gallery:synthesise`) and the drawn
 * scenes; and from the last move of a drawn box on one of these. Several built pages take turns, each in a browser and profile of its own.
 * @param builts that of now first, the others are its peers
 */
export async function answerRows(builts: readonly BuiltPage[], photos: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-answer-bench-'));
  const all: Asked[] = [];
  try {
    for (const [n, built] of builts.entries()) all.push(await asked(built, join(folder, `profile-${n}`), photos));
    const boxes = await boxRows(all);
    for (const { clock } of all) clock.forget();
    for (let round = 0; round < WARMING + ROUNDS; round++) {
      for (const { built, open, clock } of all) {
        process.stderr.write(`round ${round + 1} of ${WARMING + ROUNDS}: ${built.name}\n`);
        if (round === WARMING) clock.forget();
        await wayThroughThePage(open.page, clock, round);
      }
    }
    const [first] = all;
    const ways = [...(first?.clock.times.keys() ?? [])].flatMap((what) =>
      all.map(({ built, clock }, n) =>
        rowOfTimes(`${photos.toLocaleString('en')} photos, ${what}`, clock.times.get(what) ?? [], peerOf(built, n)),
      ),
    );
    return [...ways, ...boxes];
  } finally {
    for (const { open } of all) await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function peerOf({ name }: BuiltPage, n: number): { readonly peer?: string } {
  return n === 0 ? {} : { peer: name };
}

/** A page with the drawn scenes and the gallery, ready to be asked. */
async function asked(built: BuiltPage, profile: string, photos: number): Promise<Asked> {
  const gallery = await galleryFor(built, photos);
  const open = await OpenGallery.open(built, profile);
  const { page } = open;
  await page.getByRole('button', { name: 'Try it with drawn scenes' }).click();
  await page.getByText('12 photos added.').waitFor();
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await open.import(gallery.file());
  return { built, open, clock: await AnswerClock.in(page) };
}

/** From the last move of a drawn box to what is in it and the photos like it, the pointer still down. */
async function boxRows(all: readonly Asked[]): Promise<BenchRow[]> {
  const drawn: DrawnBoxes[] = [];
  for (const { open, clock } of all) drawn.push(await DrawnBoxes.on(open.page, clock));
  for (let box = 0; box < WARMING + ROUNDS; box++) {
    for (const [n, boxes] of drawn.entries()) {
      if (box === WARMING) all[n]?.clock.forget();
      await boxes.draw();
    }
  }
  for (const boxes of drawn) await boxes.close();
  return all.map(({ built }, n) =>
    rowOfTimes('the last move of a drawn box: what is in it, and photos like it', drawn[n]?.times ?? [], {
      ...peerOf(built, n),
      note: `WebAssembly; the first box of a photo, whose feature maps are made then, ${drawn[n]?.firstMs.toFixed(0)} ms`,
    }),
  );
}
