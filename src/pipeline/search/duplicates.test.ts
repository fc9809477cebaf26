import { expect, test } from 'vitest';
import { differenceHash } from '../../base/image/differenceHash.ts';
import { resize } from '../../base/image/resize.ts';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import { GalleryColumns } from '../library/columns/galleryColumns.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import { type DuplicateRecords, Duplicates } from './duplicates.ts';
import { tonesOf } from './tones.ts';

/** A fingerprint that tells much, with so many bits turned. */
const telling = (turned = 0) => Uint32Array.of(0xf0f0_f0f0 ^ (2 ** turned - 1), 0x0ff0_3cc3);

function photo(word: string, changes: Partial<SeenRow> = {}): SeenRow {
  return testRow(testId(word), [0, 0, 0], 0, [0, 0, 0], {
    name: `${word}.jpg`,
    path: `${word}.jpg`,
    fingerprint: telling(),
    appearance: new Uint32Array(4),
    ...changes,
  });
}

const file = (word: string, path: string) => ({ id: testId(word), path, size: 1, lastModified: 1 });
const apart = (first: string, second: string) => ({ first: testId(first), second: testId(second) });

/** Columns with photos, and the answers in words. @param pictures by word */
function scene(rows: readonly SeenRow[], pictures: Readonly<Record<string, RgbImage>> = {}) {
  const columns = new GalleryColumns();
  columns.learn(TEST_VOCABULARY, []);
  const looked: string[] = [];
  const wordOf = (id: string) => Buffer.from(id, 'hex').toString().replace(/\0/g, '');
  const duplicates = new Duplicates(columns, async (id) => {
    looked.push(wordOf(id));
    const picture = pictures[wordOf(id)];
    return picture === undefined ? null : tonesOf(resize(picture, 16, 12));
  });
  for (const row of rows) columns.put(row);
  const groups = async (records: Partial<DuplicateRecords> = {}) => {
    const found = await duplicates.groups(async () => ({ files: [], distinct: [], ...records }));
    return found.map(({ kind, ids, paths }) => ({ kind, words: ids.map(wordOf).join(), paths: paths.join() }));
  };
  return { columns, groups, looked };
}

test('one content at two paths is exact; one look in two files is near', async () => {
  const rows = [
    photo('a'),
    photo('b', { fingerprint: telling(3), width: 80, height: 60 }),
    photo('c', { fingerprint: telling(9) }),
  ];
  const files = [file('a', 'a.jpg'), file('a', 'backup/a.jpg'), file('b', 'b.jpg'), file('c', 'c.jpg')];
  expect(await scene(rows).groups({ files })).toEqual([
    { kind: 'exact', words: 'a', paths: 'a.jpg,backup/a.jpg' },
    { kind: 'near', words: 'a,b', paths: 'a.jpg,backup/a.jpg,b.jpg' },
  ]);
});

test('a photo whose first path holds another photo by now is not found there', async () => {
  const files = [file('b', 'a.jpg'), file('a', 'kept/a.jpg')];
  expect(await scene([photo('a'), photo('b', { fingerprint: telling(9) })]).groups({ files })).toEqual([
    { kind: 'exact', words: 'b', paths: 'b.jpg,a.jpg' },
  ]);
});

test('photos that look unlike are no duplicates; codes of two versions are not compared', async () => {
  const other = photo('b', { appearance: Uint32Array.of(0xffffffff, 0xffffffff, 0, 0) });
  expect(await scene([photo('a'), other]).groups()).toEqual([]);
  expect(await scene([photo('a'), { ...other, version: 'before' }]).groups()).toHaveLength(1);
});

test('another crop is no duplicate, however alike', async () => {
  expect(await scene([photo('a'), photo('b', { width: 40, height: 20 })]).groups()).toEqual([]);
});

test('what a person told apart stays apart, whichever came first, and a pair whose photos are gone is of no account', async () => {
  const photos = [photo('b'), photo('a'), photo('c')];
  for (const rows of [photos, [...photos].reverse()]) {
    const groups = await scene(rows).groups({ distinct: [apart('a', 'b'), apart('a', 'gone')] });
    expect(groups.map(({ words }) => words)).toEqual(['a,c']);
  }
});

test('groups follow photos that come, change and go', async () => {
  const { columns, groups } = scene([photo('a')]);
  expect(await groups()).toEqual([]);
  columns.put(photo('b'));
  expect(await groups()).toMatchObject([{ words: 'a,b' }]);
  columns.put(photo('a', { fingerprint: telling(9) }));
  expect(await groups()).toEqual([]);
  columns.put(photo('a'));
  columns.put(photo('c'));
  columns.remove(columns.numberOf(testId('a'))!);
  expect(await groups()).toMatchObject([{ words: 'b,c' }]);
});

type Colour = (x: number, y: number) => readonly [number, number, number];

/** @param colour by shares of the sides */
function drawn(width: number, height: number, colour: Colour): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colour(x / width, y / height), (y * width + x) * 3);
  return rgbImage(width, height, data);
}

async function groupsOf(pictures: Readonly<Record<string, RgbImage>>) {
  const rows = Object.entries(pictures).map(([word, image]) => photo(word, { fingerprint: differenceHash(image) }));
  const { groups, looked } = scene(rows, pictures);
  return { words: (await groups()).map(({ words }) => words), looked };
}

const wavy: Colour = (x, y) => [255 * x, 255 * y, 128 + 127 * Math.sin(9 * x + 5 * y)];
/** Every place is brighter than its right neighbour, whatever the colour. */
const fading =
  ([red, green, blue]: readonly [number, number, number]): Colour =>
  (x) => [red * (1 - x), green * (1 - x), blue * (1 - x)];

test('plain pictures are in no group, whatever their colours, and neither are noisy ones', async () => {
  const flat = (colour: readonly [number, number, number]) => drawn(40, 30, () => colour);
  const noisy = drawn(400, 300, (x, y) => [200 + (Math.sin(9999 * x * y) > 0 ? 4 : 0), 60, 60]);
  const pictures = { red: flat([200, 20, 20]), blue: flat([30, 60, 210]), white: flat([255, 255, 255]), noisy };
  expect((await groupsOf({ ...pictures, black: flat([0, 0, 0]), red2: flat([200, 20, 20]) })).words).toEqual([]);
});

test('pictures of one fingerprint and other colours are told apart; one picture in two sizes is a group, each looked at once at most', async () => {
  const { words, looked } = await groupsOf({
    green: drawn(40, 30, fading([20, 240, 20])),
    red: drawn(40, 30, fading([240, 20, 20])),
    small: drawn(80, 60, fading([238, 22, 18])),
    wavy: drawn(64, 48, wavy),
    wavySmall: drawn(32, 24, wavy),
  });
  expect(words).toEqual(['red,small', 'wavy,wavySmall']);
  expect(new Set(looked).size).toBe(looked.length);
});
