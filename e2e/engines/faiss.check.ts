import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBytes } from '../../src/terminal/exports/exportedPhoto.ts';
import { EXPORTS } from '../../src/terminal/exports/exportTo.ts';
import { openIndexFile } from '../../src/terminal/indexFile/openedIndexFile.ts';
import { type EngineGallery, engineGallery } from './gallery.ts';

/** FAISS's index files, read by FAISS: the photos that the page's search finds, at the same distances. It orders equal distances its own way. */

const PHOTOS = 20_000;
/** Debian's; FACET_FAISS_PYTHON names another one that has faiss. */
const PYTHON = process.env['FACET_FAISS_PYTHON'] ?? '/usr/bin/python3';
const K = 100;

interface Found {
  readonly version: string;
  readonly kind: string;
  readonly total: number;
  readonly places: readonly (readonly number[])[];
  readonly distances: readonly (readonly number[])[];
}

let gallery: EngineGallery;
let ids: string[];
beforeAll(async () => {
  gallery = await engineGallery(PHOTOS);
  const { notes } = await EXPORTS.faiss(await openIndexFile(gallery.path), gallery.folder, () => {});
  expect(notes).toEqual([]);
  ids = readFileSync(join(gallery.folder, 'photos.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[1]!);
});
afterAll(() => rmSync(gallery.folder, { recursive: true }));

function searched(file: string, queries: readonly Uint32Array[], k: number, flipped = '-'): Found {
  const list = join(gallery.folder, 'queries.txt');
  writeFileSync(list, queries.map((query) => Buffer.from(codeBytes(query)).toString('hex')).join('\n'));
  const program = join(import.meta.dirname, 'searchFaiss.py');
  const out = execFileSync(PYTHON, [program, join(gallery.folder, file), list, String(k), flipped], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(out) as Found;
}

const queries = () => Array.from({ length: 20 }, (_, q) => gallery.photos[Math.floor((q * PHOTOS) / 20)]!.photo);

/** Photos nearer than the last one; among those as far as it, the engine chooses. */
function clear(found: readonly (readonly [string, number])[]): string[] {
  const last = found.at(-1)?.[1] ?? 0;
  return found
    .filter(([, distance]) => distance < last)
    .map(([id]) => id)
    .sort();
}

test('the table of places has every photo, in the order of the file', () => {
  expect(ids).toEqual(gallery.photos.map(({ photo }) => photo.id));
});

test.each([
  ['semantic.flat.faiss', () => queries().map(({ semanticCodes }) => semanticCodes[64]), 'nearest'],
  ['appearance.flat.faiss', () => queries().map(({ appearance }) => appearance!), 'nearestLooks'],
] as const)('%s: the same nearest photos', (file, asked, search) => {
  const codes = asked();
  const { version, kind, total, places, distances } = searched(file, codes, K);
  console.log(`FAISS ${version}, ${kind}`);
  expect([kind, total]).toEqual(['IndexBinaryFlat', PHOTOS]);
  codes.forEach((query, q) => {
    const wanted = gallery[search](query, K);
    expect(distances[q]).toEqual(wanted.map(([, distance]) => distance));
    expect(clear(places[q]!.map((place, n) => [ids[place]!, distances[q]![n]!]))).toEqual(clear(wanted));
  });
});

test.each(['0', '1', '2'])(
  'the multi-hash index with %s bits flipped finds every photo that it vouches for',
  (flipped) => {
    const codes = queries().map(({ semanticCodes }) => semanticCodes[64]);
    const { kind, total, places, distances } = searched('semantic.multihash.faiss', codes, PHOTOS, flipped);
    expect([kind, total]).toEqual(['IndexBinaryMultiHash', PHOTOS]);
    // Four parts: a code within 4 · (flipped + 1) − 1 bits has one part within `flipped` of the query's.
    const sure = 4 * (Number(flipped) + 1) - 1;
    codes.forEach((query, q) => {
      const found = places[q]!.map((place, n) => [place, distances[q]![n]!] as const).filter(([place]) => place >= 0);
      const near = found
        .filter(([, distance]) => distance <= sure)
        .map(([place, distance]) => [ids[place]!, distance] as const);
      const byId = (a: readonly [string, number], b: readonly [string, number]): number => (a[0] < b[0] ? -1 : 1);
      expect(near.sort(byId)).toEqual([...gallery.within(query, sure)].sort(byId));
    });
  },
);
