import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { exportGallery } from '../../gallery/archive/exportGallery.ts';
import { importGallery } from '../../gallery/archive/importGallery.ts';
import { restoredAnalysis } from '../../gallery/storedAnalysis.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import { storedVector } from '../../network/vectors/photoVectors.ts';
import type { Verdict } from '../api/pipeline.ts';
import { numberedSummary } from '../library/numberedSummary.ts';
import { indexedRow, testLibrary } from '../library/testLibrary.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import { Recoder } from './recoder.ts';
import { teachingVerbs } from './teachingVerbs.ts';

const D = 4;
const FILE = new File(['pixels'], 'a.jpg');
const SPACE = TEST_VOCABULARY.vectors!.version;
const CATEGORIES = TEST_VOCABULARY.categories.length;

const ownName = (): string => `teaching ${crypto.randomUUID()}`;
// Ids differ in their first 64 bits, as checksums do.
const idOf = (n: number): string => testId(`${String(n).padStart(3, '0')} photo`);

/** Photo n with two regions; of one in five photos the second shows what is taught, small in a photo of something else. */
function vectorsOf(n: number, version = SPACE) {
  const random = seededRandom(n + 1);
  const holds = n % 5 === 0;
  const vectors = new Int8Array(2 * D);
  const row = (along: number) =>
    Array.from({ length: D }, (_, i) => 0.3 * normalFrom(random) + (i === 0 ? along : i === 1 ? 0.8 : 0));
  storedVector(row(holds ? 0.5 : -0.3), vectors, 0);
  storedVector(row(holds ? 2.5 : -0.3), vectors, D);
  return { id: idOf(n), version, boxes: Uint8Array.of(0, 0, 255, 255, 10, 10, 90, 90), vectors };
}

async function opened(name: string, photos: number) {
  const { library, gallery } = testLibrary(name);
  await library.open();
  await library.learn();
  for (let n = 0; n < photos; n++) {
    const row = testRow(idOf(n), [0.1, 0.1, 0.1], n % 60, [0, 0, 0]);
    await library.add({ ...indexedRow(row), vectors: vectorsOf(n) }, FILE);
  }
  const recoder = new Recoder({
    gallery,
    library,
    pixels: (id) => library.pictures.pixels(id),
    analyse: async (_picture, { said = {} }) => ({ analysis: lookedAgain(said), version: TEST_VOCABULARY.version }),
  });
  const verbs = teachingVerbs({ gallery, library, recoder });
  const probability = (n: number, category = CATEGORIES): number => {
    const { length } = library.columns.search!.vocabulary.categories;
    return numberedSummary(library.columns, library.columns.numberOf(idOf(n))!, length)!.probabilities[category]!;
  };
  const names = async () => (await library.vocabulary()).categories.map((category) => category.name);
  const code = (n: number): number => {
    const { codes } = library.columns.search!;
    return codes.codes.words(codes.rows)[2 * codes.rowOf(library.columns.numberOf(idOf(n))!)]!;
  };
  return { library, gallery, verbs, recoder, probability, names, code };
}

/** What a network says of any of the pictures: the bits of a category that is said to be there are 8 times its index and on. */
function lookedAgain(said: Readonly<Record<string, Verdict>>): PhotoAnalysis {
  const row = testRow(testId('looked at'), [0.1, 0.1, 0.1], 0, [0, 0, 0]);
  const { semanticCodes, categoryCodes } = row;
  TEST_VOCABULARY.categories.forEach(({ name }, c) => {
    const bits = said[name] === 'present' ? 0xf0 : said[name] === 'absent' ? 0x0f : 0;
    semanticCodes[64][0]! |= bits << (8 * c);
    categoryCodes[c]! |= bits;
  });
  return restoredAnalysis(row, indexedRow(row).analysis);
}

const YES = [0, 5, 10, 15].map(idOf);
const DRAFT = { key: null, yes: YES, no: [1, 2].map(idOf) };

test('what was taught from four photos is found in others, is a category of the vocabulary, and is there after a reload', async () => {
  const name = ownName();
  const { verbs, probability, names, library } = await opened(name, 100);
  const preview = await verbs.tryTeaching(DRAFT);
  expect(preview.untold).toBe(0);
  expect(preview.questions).toHaveLength(8);
  expect(preview.precision).toBeGreaterThan(0.6);
  const asked = [...preview.questions].map((number) => library.columns.idOf(number));
  expect(asked.filter((id) => [...DRAFT.yes, ...DRAFT.no].includes(id))).toEqual([]);
  await verbs.teach('  red   mug ', DRAFT);
  expect(await names()).toEqual([...TEST_VOCABULARY.categories.map((category) => category.name), 'red mug']);
  const { gate } = (await library.vocabulary()).categories.at(-1)!;
  const found = Array.from({ length: 100 }, (_, n) => n).filter((n) => probability(n) >= gate);
  expect(found.filter((n) => n % 5 === 0).length).toBeGreaterThan(12);
  expect(found.filter((n) => n % 5 !== 0).length).toBeLessThan(5);
  expect(YES.map((_, i) => probability(5 * i))).toEqual([1, 1, 1, 1]);
  // The small region won, and says where.
  expect((await library.winningRegions([idOf(20)], CATEGORIES))[0]).toEqual({
    x0: 10 / 255,
    y0: 10 / 255,
    x1: 90 / 255,
    y1: 90 / 255,
  });
  const detail = await library.detail(idOf(20));
  expect(detail.analysis.probabilities).toHaveLength(CATEGORIES + 1);
  expect(detail.analysis.proposalProbabilities).toHaveLength((CATEGORIES + 1) * detail.analysis.objectness.length);

  const again = await opened(name, 0);
  expect(await again.names()).toEqual(await names());
  for (const n of [0, 1, 20, 33]) expect(again.probability(n)).toBe(probability(n));
  await again.library.removeAll();
  expect(await again.names()).toEqual(TEST_VOCABULARY.categories.map((category) => category.name));
});

test('a photo that is added later is told, too, and one without vectors is not', async () => {
  const { library, verbs, probability } = await opened(ownName(), 60);
  await verbs.teach('mug', DRAFT);
  for (const [n, vectors] of [
    [65, vectorsOf(65)],
    [66, vectorsOf(66)],
    [70, vectorsOf(70, 'of another network')],
  ] as const) {
    const row = testRow(idOf(n), [0.1, 0.1, 0.1], 3, [0, 0, 0]);
    await library.add({ ...indexedRow(row), vectors }, FILE);
  }
  expect(probability(65)).toBeGreaterThan(probability(66));
  expect(probability(70)).toBe(0);
  expect((await verbs.tryTeaching({ ...DRAFT, no: [] })).untold).toBe(1);
});

test('a word on a photo teaches, is told as a correction, and can be withdrawn', async () => {
  const { library, verbs, probability } = await opened(ownName(), 60);
  const { key } = await verbs.teach('mug', DRAFT);
  await verbs.correctLabel(idOf(20), 'mug', 'absent');
  expect(probability(20)).toBe(0);
  expect([...(await library.corrections(idOf(20)))]).toEqual([['mug', 'absent']]);
  await verbs.correctLabel(idOf(21), 'mug', 'present');
  expect(probability(21)).toBe(1);
  const [taught] = await verbs.taught();
  expect(taught).toMatchObject({ key, examples: [...YES, idOf(21)], counterExamples: [...DRAFT.no, idOf(20)] });
  await verbs.correctLabel(idOf(21), 'mug', null);
  expect(probability(21)).toBeLessThan(1);
  expect(await library.corrections(idOf(21))).toEqual(new Map());
  // Words on other categories go the way they went.
  await verbs.correctLabel(idOf(21), 'sofa', 'present');
  expect(probability(21, 1)).toBe(1);
});

test('what is said of a category of the network turns the photo’s own codes, over a reload and in an index file, and back when it is withdrawn', async () => {
  const name = ownName();
  const { library, gallery, verbs, recoder, code } = await opened(name, 12);
  const own = code(4);
  await verbs.correctLabel(idOf(4), 'bicycle', 'absent');
  await verbs.correctLabel(idOf(4), 'sofa', 'present');
  await recoder.catchUp();
  const turned = (own ^ 0xf00f) >>> 0;
  expect(code(4) >>> 0).toBe(turned);
  const detail = await library.detail(idOf(4));
  expect(detail.analysis.semanticCodes[64][0]).toBe(turned);
  expect([...detail.analysis.categoryCodes.subarray(0, 3)]).toEqual([0x0f, 0xf0, 0]);
  expect([...detail.analysis.probabilities.subarray(0, 2)]).toEqual([0, 1]);
  // The winner is surely a sofa, and no box is a bicycle.
  expect([...detail.analysis.proposalProbabilities.subarray(0, 3)]).toEqual([0, 1, 0]);
  // A favourite is a word on the photo, too, and leaves the others.
  await library.favour([idOf(4)], true);
  expect(code(4) >>> 0).toBe(turned);

  const again = await opened(name, 0);
  expect(again.code(4) >>> 0).toBe(turned);
  // New photos move into a segment, with what was said of them.
  await gallery.pack();
  expect((await opened(name, 0)).code(4) >>> 0).toBe(turned);

  const header = { modelVersion: 'now', categories: TEST_VOCABULARY.categories, bitsPerCategory: 8, exportedAt: 1 };
  const exported = await exportGallery(gallery, [idOf(3), idOf(4)], header, {
    withThumbnails: false,
    onProgress: () => {},
    check: () => {},
  });
  const other = await opened(ownName(), 0);
  const options = { modelVersion: 'now', onProgress: () => {}, check: () => {}, room: () => Promise.resolve(null) };
  await importGallery(other.gallery, exported, options);
  await other.library.imported();
  expect(other.code(4) >>> 0).toBe(turned);
  expect(other.code(3)).toBe(again.code(3));
  await other.verbs.correctLabel(idOf(4), 'sofa', null);
  await other.verbs.correctLabel(idOf(4), 'bicycle', null);
  await other.recoder.catchUp();
  expect(other.code(4)).toBe(own);

  await again.verbs.correctLabel(idOf(4), 'sofa', null);
  await again.recoder.catchUp();
  expect(again.code(4) >>> 0).toBe((own ^ 0x0f) >>> 0);
  await again.verbs.correctLabel(idOf(4), 'bicycle', null);
  await again.recoder.catchUp();
  expect(again.code(4)).toBe(own);
});

test('gathered words move a category’s gate, a little, and it is back where it was when they are withdrawn', async () => {
  const name = ownName();
  const { library, verbs } = await opened(name, 12);
  const gate = async (of: typeof library = library) => (await of.vocabulary()).categories[1]!.gate;
  const words = [0, 1, 2, 3, 4].map(idOf);
  for (const id of words) await verbs.correctLabel(id, 'sofa', 'present');
  const moved = await gate();
  expect(moved).toBeLessThan(TEST_VOCABULARY.categories[1]!.gate - 0.05);
  expect(moved).toBeGreaterThan(0.2);
  expect((await library.vocabulary()).categories[0]).toEqual(TEST_VOCABULARY.categories[0]);
  expect(await gate((await opened(name, 0)).library)).toBe(moved);
  await library.remove(words.slice(0, 1));
  expect(await gate()).toBeGreaterThan(moved);
  for (const id of words.slice(1)) await verbs.correctLabel(id, 'sofa', null);
  expect(await gate()).toBe(TEST_VOCABULARY.categories[1]!.gate);
});

test('renamed, taught further, forgotten: each is undone, and no name is given twice', async () => {
  const { verbs, probability, names } = await opened(ownName(), 60);
  const first = await verbs.teach('mug', DRAFT);
  const before = probability(20);
  await expect(verbs.teach('MUG', DRAFT)).rejects.toThrow('There is a category “mug” already. Choose another name.');
  await expect(verbs.teach('Sofa', DRAFT)).rejects.toThrow('There is a category “sofa” already.');
  await expect(verbs.teach(' ', DRAFT)).rejects.toThrow('Give it a name first.');
  await expect(verbs.tryTeaching({ ...DRAFT, yes: [] })).rejects.toThrow('Choose at least one photo that shows it.');
  const second = await verbs.teach('plant', { ...DRAFT, yes: [1, 2, 3].map(idOf), no: [] });
  const renamed = await verbs.renameTaught(first.key, 'cup');
  expect((await names()).slice(-2)).toEqual(['cup', 'plant']);
  await verbs.undoTeaching(renamed.undo);
  const more = await verbs.teach('mug', { key: first.key, yes: YES, no: [...DRAFT.no, idOf(20)] });
  expect(probability(20)).toBe(0);
  await verbs.undoTeaching(more.undo);
  expect(probability(20)).toBe(before);
  const forgotten = await verbs.forgetTaught(first.key);
  expect((await names()).slice(-1)).toEqual(['plant']);
  expect(probability(1)).toBe(1);
  await verbs.undoTeaching(forgotten.undo);
  expect((await names()).slice(-2)).toEqual(['mug', 'plant']);
  expect(probability(20)).toBe(before);
  await expect(verbs.undoTeaching(forgotten.undo)).rejects.toThrow('It is too late for that.');
  await verbs.undoTeaching(second.undo);
  expect((await names()).slice(-1)).toEqual(['mug']);
});

test('a file of what was taught names no photo, and finds the same in another gallery of the same network', async () => {
  const { verbs, probability } = await opened(ownName(), 60);
  const { key } = await verbs.teach('mug', DRAFT);
  const file = await verbs.exportTaught([key]);
  const text = await file.text();
  for (const id of [...DRAFT.yes, ...DRAFT.no]) expect(text).not.toContain(id);
  expect(file.size).toBeLessThan(2000);

  const other = await opened(ownName(), 60);
  expect(await other.verbs.importTaught(file)).toEqual(['mug']);
  expect(other.probability(20)).toBe(probability(20));
  expect((await other.verbs.taught())[0]).toMatchObject({ name: 'mug', examples: [], inUse: true });
  await other.verbs.correctLabel(idOf(20), 'mug', 'absent');
  expect(other.probability(20)).toBe(0);
  expect(other.probability(25)).toBe(probability(25));
  await expect(other.verbs.importTaught(file)).rejects.toThrow('There is a category “mug” already.');
  await expect(other.verbs.importTaught(new Blob(['{}']))).rejects.toThrow('This is not a file of taught categories.');
  const strange = text.replace(SPACE, 'elsewhere').replace('mug', 'cup');
  await expect(other.verbs.importTaught(new Blob([strange]))).rejects.toThrow('“cup” was taught to another network');
  const damaged = text.replace('"slope":', '"slope":-');
  await expect(other.verbs.importTaught(new Blob([damaged]))).rejects.toThrow('is damaged');
});
