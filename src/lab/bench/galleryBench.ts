import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltPage, builtBefore, builtNow } from './gallery/builtPage.ts';
import { type BenchGallery, galleryFor } from './gallery/galleryFile.ts';
import { OpenGallery } from './gallery/openGallery.ts';
import type { Painted } from './gallery/paintWatch.ts';
import { seededUpload, type Upload } from './gallery/seededUpload.ts';
import { storeRows } from './gallery/storedRows.ts';
import { type BenchOptions, type BenchRow, rowOfTimes } from './row.ts';

/**
 * The built page with a gallery of many photos, as a person meets it: reload, more like this, filter, duplicates, one photo more; in turns
 * with the page of before (`--before COMMIT-OR-DIST`), each in a browser and profile of its own. `--photos N`, 100,000 if not given. The
 * photos are the same (see `npm run gallery:synthesise`): an index file, kept in .facet/bench, or rows laid into the database of a page of
 * before there were such files.
 */
const PHOTOS = 100_000;
const TURNS = 5;
const ADDED = 4;
/** The page of before compares every pair: it is given up after so long, and the row says so. */
const DUPLICATES_LIMIT_MS = 120_000;

interface Measured {
  readonly built: BuiltPage;
  readonly gallery: BenchGallery;
  readonly profile: string;
  readonly times: Map<string, number[]>;
  readonly notes: Map<string, string>;
}

function add({ times }: Measured, what: string, ms: number): void {
  process.stderr.write(`  ${what}: ${ms.toFixed(0)} ms\n`);
  times.set(what, [...(times.get(what) ?? []), ms]);
}

function addPainted(one: Measured, what: string, { ms, longestTaskMs }: Painted): void {
  add(one, what, ms);
  one.notes.set(
    what,
    `longest task ${Math.max(longestTaskMs, Number(/\d+/.exec(one.notes.get(what) ?? '0')![0])).toFixed(0)} ms`,
  );
}

function uploads(turn: number): Promise<Upload[]> {
  return Promise.all(Array.from({ length: ADDED }, (_, n) => seededUpload(1000 + turn * ADDED + n)));
}

/** What a person does once. @param photos in the gallery so far @returns how many there are after it */
async function turn(one: Measured, photos: number, number: number): Promise<number> {
  const open = await OpenGallery.open(one.built, one.profile);
  try {
    addPainted(one, 'reload: total and first pictures', await open.reload(photos));
    if (number === 0) await heapNotes(one, open, photos);
    const like = `#/search?photo=${one.gallery.id}`;
    addPainted(
      one,
      number === 0 ? 'more like this, the first time' : 'more like this',
      await open.go(like, { kind: 'results' }),
    );
    await open.home(photos);
    const filter = `#/?with=${encodeURIComponent(one.gallery.category)}`;
    addPainted(one, 'filter by a category', await open.go(filter, { kind: 'filtered', photos }));
    await open.home(photos);
    if (!one.notes.has('duplicates given up')) await duplicates(one, open);
    const again = await open.reload(photos);
    addPainted(one, 'reload: total and first pictures', again);
    add(one, `a photo added, each of ${ADDED}`, await open.add(await uploads(number)));
    return photos + ADDED;
  } finally {
    await open.close();
  }
}

async function duplicates(one: Measured, open: OpenGallery): Promise<void> {
  const found = open.go('#/duplicates', { kind: 'duplicates' });
  const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), DUPLICATES_LIMIT_MS));
  const painted = await Promise.race([found.catch(() => null), limit]);
  if (painted !== null) return addPainted(one, 'duplicates', painted);
  one.notes.set('duplicates given up', `given up after ${DUPLICATES_LIMIT_MS / 1000} s`);
  add(one, 'duplicates', DUPLICATES_LIMIT_MS);
  one.notes.set('duplicates', one.notes.get('duplicates given up')!);
}

async function heapNotes(one: Measured, open: OpenGallery, photos: number): Promise<void> {
  const { page, all } = await open.heap();
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const perPhoto =
    all === null
      ? ''
      : `, all realms ${megabytes(all)}: ${Math.round((all - page) / photos)} bytes a photo beside the page`;
  one.notes.set('heap', `heap of the page ${megabytes(page)}${perPhoto}`);
}

/** In a profile without photos, for comparison. */
async function emptyGallery(built: BuiltPage, profile: string): Promise<number[]> {
  const times: number[] = [];
  const open = await OpenGallery.open(built, profile);
  try {
    for (let number = 0; number < TURNS; number++) times.push(await open.add(await uploads(100 + number)));
  } finally {
    await open.close();
  }
  return times;
}

export async function galleryBench({ before, photos = PHOTOS }: BenchOptions): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-gallery-bench-'));
  const rows: BenchRow[] = [];
  try {
    const measured: Measured[] = [];
    for (const built of [await builtNow(), ...(before === undefined ? [] : [builtBefore(before)])]) {
      const gallery = await galleryFor(built, photos);
      const profile = join(folder, `profile-${measured.length}`);
      const one: Measured = { built, gallery, profile, times: new Map(), notes: new Map() };
      process.stderr.write(`${built.name}: ${photos} photos\n`);
      const open = await OpenGallery.open(built, profile);
      if (built.indexFormat === 2) await storeRows(open, gallery.photos());
      else
        for (const what of ['importing the index file', 'importing it again']) {
          const ms = await open.import(gallery.file());
          add(one, what, ms);
          one.notes.set(what, `${Math.round((1000 * photos) / ms)} photos a second`);
        }
      await open.close();
      measured.push(one);
    }
    const counts = measured.map(() => photos);
    for (let number = 0; number < TURNS; number++) {
      for (const [n, one] of measured.entries()) {
        process.stderr.write(`turn ${number + 1} of ${TURNS}: ${one.built.name}\n`);
        counts[n] = await turn(one, counts[n]!, number);
      }
    }
    for (const [n, { built, times, notes }] of measured.entries()) {
      const peer = n === 0 ? {} : { peer: built.name };
      for (const [what, ms] of times) {
        const note = [notes.get(what), what.startsWith('reload') ? notes.get('heap') : undefined]
          .filter(Boolean)
          .join('; ');
        rows.push(rowOfTimes(`${photos.toLocaleString('en')} photos, ${what}`, ms, { ...peer, ...(note && { note }) }));
      }
      const empty = await emptyGallery(built, join(folder, `empty-${n}`));
      rows.push(rowOfTimes(`an empty gallery, a photo added, each of ${ADDED}`, empty, peer));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
