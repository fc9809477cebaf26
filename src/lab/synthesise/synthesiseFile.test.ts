import 'fake-indexeddb/auto';
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { importGallery } from '../../gallery/archive/importGallery.ts';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { readVocabularyFile } from '../../network/detected/vocabularyFile.ts';
import { readHeadsFile } from '../../network/heads/headsFile.ts';
import { HEADS_FILE, VOCABULARY_FILE } from '../../network/shippedFiles.ts';
import { storedScenes } from './sceneCodes.ts';
import { SmallPictures } from './smallPicture.ts';
import { type SynthesisOptions, synthesised } from './synthesised.ts';
import { synthesiseFile } from './synthesiseFile.ts';
import { composedTopics } from './topics.ts';

const PHOTOS = 300;
const layout = {
  categories: Array.from({ length: 20 }, (_, c) => ({ name: `category ${c}`, gate: 0.3 + c / 50 })),
  bitsPerCategory: 32,
};
const options = (seed: number): SynthesisOptions => ({
  ...layout,
  photos: PHOTOS,
  seed,
  modelVersion: 'v',
  topics: composedTopics(storedScenes(layout), layout, seed),
});

test('the stored scenes have codes for every category that the shipped network knows', () => {
  const heads = readHeadsFile(new Uint8Array(readFileSync(`public/models/${HEADS_FILE}`)).buffer);
  const vocabulary = readVocabularyFile(new Uint8Array(readFileSync(`public/models/${VOCABULARY_FILE}`)).buffer);
  const { categories, bitsPerCategory } = heads.description;
  const names = [...categories, ...vocabulary.vocabulary.detected.map(({ name }) => name)];
  const shipped = { categories: names.map((name) => ({ name, gate: 0.5 })), bitsPerCategory };
  const [all] = storedScenes(shipped);
  expect(all!.probabilities).toHaveLength(names.length);
  const [first] = storedScenes(layout);
  expect(first!.regionAppearance).toEqual(all!.regionAppearance.slice(0, 2 * layout.categories.length));
  const tooMany = { ...shipped, categories: [...shipped.categories, { name: 'one more', gate: 0.5 }] };
  expect(() => storedScenes(tooMany)).toThrow('make the samples again');
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-synthesise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, seed: number): string {
  const path = join(folder, name);
  synthesiseFile(path, options(seed), () => {});
  return path;
}

test('the same seed gives the same bytes, another seed gives others', () => {
  const first = readFileSync(written('a', 1));
  expect(readFileSync(written('b', 1)).equals(first)).toBe(true);
  expect(readFileSync(written('c', 2)).equals(first)).toBe(false);
});

test('the file is imported whole, as any gallery is', async () => {
  const gallery = new Gallery(new Connection(() => {}, `synthetic ${crypto.randomUUID()}`));
  const imported = await importGallery(gallery, await openAsBlob(written('imported', 3)), {
    modelVersion: 'v',
    onProgress() {},
    check() {},
    room: () => Promise.resolve(null),
  });
  expect(imported).toEqual({ added: PHOTOS, already: 0 });
});

test('every path is taken once, and photos come in the order of their days', () => {
  const photos = [...synthesised({ ...options(4), photos: 5000 })];
  const paths = photos.flatMap(({ files }) => files.map(({ path }) => path));
  expect(new Set(paths).size).toBe(paths.length);
  const days = photos.map(({ photo }) => photo.path.split('/')[2]!.slice(0, 10));
  expect(days).toEqual(days.toSorted());
  expect(new Set(days).size).toBeGreaterThan(50);
});

test('codes crowd as those of real photos do, and some photos are copies of the one before', () => {
  const photos = [...synthesised({ ...options(5), photos: 2000 })].map(({ photo }) => photo);
  const distances = photos
    .slice(1)
    .map(({ fingerprint }, n) => hammingDistance(fingerprint, 0, photos[n]!.fingerprint, 0, 2));
  const copies = distances.filter((distance) => distance <= 4).length;
  expect(copies).toBeGreaterThan(10);
  expect(copies).toBeLessThan(100);
  const held = photos.map(
    ({ probabilities }) => layout.categories.filter(({ gate }, c) => probabilities[c]! >= gate).length,
  );
  expect(held.filter((count) => count > 0).length / photos.length).toBeGreaterThan(0.6);
  expect(new Set(photos.map(({ semanticCodes }) => semanticCodes[64].join())).size).toBeGreaterThan(500);
});

test('a small picture is one that a decoder opens, in the proportions of its photo', async () => {
  const picture = new SmallPictures().picture(() => 0.4, 4000, 3000);
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 64, height: 48 });
  expect(await sharp(picture).raw().toBuffer()).toHaveLength(64 * 48 * 3);
});
