import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { pixelBoxes, unitBoxes } from '../../base/image/box.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import type { AnalyseOptions } from '../analyser/analyser.ts';
import { contentHash } from '../analyser/preparedPhoto.ts';
import { NEVER, throwIfCancelled } from '../api/errors.ts';
import { type GalleryQuery, WHOLE_GALLERY } from '../api/galleryQuery.ts';
import type { CategoryChip, SearchQuery } from '../api/pipeline.ts';
import { indexedRow, testLibrary } from '../library/testLibrary.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import { Search } from './search.ts';

type TestRowValues = Parameters<typeof testRow> extends [string, ...infer Values] ? Values : never;

const REGION = { x0: 0.1, y0: 0.2, x1: 0.6, y1: 0.7 };

/** A file whose content says what is found in it: "bicycle 3" holds a bicycle with three ones in its code. */
function file(content: string): Extract<SearchQuery, { kind: 'file' }> {
  return { kind: 'file', file: new File([content], 'query.jpg'), name: 'query.jpg' };
}

/** A photo of the gallery, called by a word. */
function stored(word: string, ...[probabilities, semanticOnes, pieceOnes, changes]: TestRowValues): SeenRow {
  const called = { name: `${word}.jpg`, path: `${word}.jpg` };
  return testRow(testId(word), probabilities, semanticOnes, pieceOnes, { ...called, ...changes });
}

function wordOf({ name }: { readonly name: string }): string {
  return name.replace('.jpg', '');
}

/** What a network would find in a file of that content. */
function found(content: string): SeenRow {
  const [name, ones] = content.split(' ');
  const at = ['bicycle', 'sofa', 'person'].indexOf(name ?? '');
  const of = (index: number): number => (index === at ? 0.9 : 0.1);
  const count = Number(ones);
  return testRow('query', [of(0), of(1), of(2)], count, [count, count, count]);
}

/** Library, disk and search as they are put together; only the network is replaced by what files say of themselves. */
async function gallery(rows: readonly PhotoRow[] = [], pause: Promise<void> = Promise.resolve()) {
  const { library, gallery: stored } = testLibrary(`search ${crypto.randomUUID()}`);
  await library.open();
  for (const row of rows) await library.add(indexedRow(row), new File([wordOf(row)], row.name));
  const analysed: { readonly content: string; readonly options: AnalyseOptions }[] = [];
  const search = new Search({
    library,
    contentHash,
    pixels: (id) => library.pictures.pixels(id),
    album: async () => new Set(),
    async analyse(picture, options) {
      const content = await picture.text();
      analysed.push({ content, options });
      await pause;
      throwIfCancelled(options.signal ?? NEVER);
      const { probabilities, semanticCodes, categoryCodes, appearance, regionAppearance, version, fingerprint } =
        found(content);
      return {
        image: { width: 1, height: 1, data: new Uint8Array(3) },
        proposals: { boxes: pixelBoxes(new Float32Array(0)), scores: new Float32Array(0) },
        width: 40,
        height: 30,
        thumbnail: { type: 'image/jpeg', bytes: new ArrayBuffer(1) },
        preview: null,
        fingerprint,
        engine: 'wasm',
        version,
        analysis: {
          boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
          objectness: Float32Array.of(1),
          proposalProbabilities: probabilities,
          winners: new Int32Array(3),
          probabilities,
          semanticCodes,
          categoryCodes,
          appearance,
          regionAppearance,
        },
      };
    },
  });
  return { search, library, stored, analysed };
}

const ROWS = [
  stored('bicycle 0', [0.9, 0.1, 0.1], 0, [0, 8, 8]),
  stored('bicycle 4', [0.8, 0.7, 0.2], 10, [4, 2, 8]),
  stored('sofa 5', [0.1, 0.95, 0.1], 20, [8, 5, 8]),
];

const chip = (category: string, like?: SearchQuery): CategoryChip => ({
  category,
  role: 'all',
  ...(like && { like }),
});

/** Words of the photos found, in order. */
async function wordsOf(search: Search, numbers: Uint32Array): Promise<string[]> {
  return search.summaries(numbers).map((summary) => (summary === null ? 'gone' : wordOf(summary)));
}

const answered = async (search: Search, query: Partial<GalleryQuery>) => {
  const { numbers, ...answer } = await search.find({ ...WHOLE_GALLERY, ...query }, NEVER);
  return { ...answer, words: await wordsOf(search, numbers) };
};

test('a photo of the gallery is searched by what is stored of it, and is no answer to itself', async () => {
  const { search, analysed } = await gallery(ROWS);
  const answer = await search.like({ kind: 'photo', id: testId('bicycle 0') }, null, NEVER);
  expect(await wordsOf(search, answer.similar.numbers)).toEqual(['bicycle 4', 'sofa 5']);
  expect([...answer.similar.distances]).toEqual([10, 20]);
  expect(answer.rows.map(({ category }) => category)).toEqual(['bicycle']);
  expect(await wordsOf(search, answer.rows[0]!.hits.numbers)).toEqual(['bicycle 4']);
  expect(analysed).toEqual([]);
});

test('a file is analysed before everything that is being indexed, and is not added', async () => {
  const { search, library, analysed } = await gallery(ROWS);
  const answer = await search.like(file('bicycle 4'), null, NEVER);
  expect(answer.rows[0]!.category).toBe('bicycle');
  expect(await wordsOf(search, answer.rows[0]!.hits.numbers)).toEqual(['bicycle 4', 'bicycle 0']);
  expect([...answer.rows[0]!.hits.distances]).toEqual([0, 4]);
  expect(analysed.map(({ content, options }) => [content, options.urgent, options.region])).toEqual([
    ['bicycle 4', true, undefined],
  ]);
  expect(library.columns.count).toBe(3);
});

test('files are told apart by their content, not by their name', async () => {
  const { search, analysed } = await gallery(ROWS);
  for (const content of ['bicycle 1', 'bicycle 2', 'bicycle 1']) await search.like(file(content), null, NEVER);
  expect(analysed.map(({ content }) => content)).toEqual(['bicycle 1', 'bicycle 2']);
});

test('a search by several objects analyses each once, however often it is asked while the gallery grows', async () => {
  const { search, library, analysed } = await gallery(ROWS);
  const chips = [
    chip('bicycle', { kind: 'region', of: { kind: 'photo', id: testId('bicycle 4') }, region: REGION }),
    chip('sofa', file('sofa 2')),
  ];
  const first = await answered(search, { chips, order: 'best' });
  expect(first.words.slice(0, first.sure)).toEqual(['bicycle 4']);
  expect(first.distances![0]).toBe(0);
  expect(first.probabilities![0]).toBeCloseTo(0.7, 2);
  for (let i = 0; i < 5; i++) {
    const photo = stored(`more ${i}`, [0.9, 0.9, 0.1], 0, [4, 3, 0]);
    await library.add(indexedRow(photo), new File([wordOf(photo)], photo.name));
    expect((await answered(search, { chips, order: 'best' })).sure).toBe(i + 2);
  }
  expect(analysed.map(({ content, options }) => [content, options.region])).toEqual([
    ['bicycle 4', REGION],
    ['sofa 2', undefined],
  ]);
});

test('a search by an object that is withdrawn and asked again while the object is being analysed is answered', async () => {
  let go = (): void => {};
  const { search, analysed } = await gallery(ROWS, new Promise((resolve) => (go = resolve)));
  const chips = [chip('bicycle', { kind: 'region', of: { kind: 'photo', id: testId('bicycle 4') }, region: REGION })];
  const query = { ...WHOLE_GALLERY, chips, order: 'best' as const };
  for (let photo = 0; photo < 10; photo++) {
    const asked = new AbortController();
    const withdrawn = search.find(query, asked.signal);
    asked.abort();
    await expect(withdrawn).rejects.toMatchObject({ name: 'Cancelled' });
  }
  const last = search.find(query, NEVER);
  go();
  const { numbers, sure } = await last;
  expect(await wordsOf(search, numbers.subarray(0, sure))).toEqual(['bicycle 4', 'bicycle 0']);
  expect(analysed).toHaveLength(1);
});

test('a region of a file and a region of a photo are analysed within the region', async () => {
  const { search, analysed } = await gallery(ROWS);
  await search.like({ kind: 'region', of: file('sofa 1'), region: REGION }, null, NEVER);
  const answer = await search.like(
    { kind: 'region', of: { kind: 'photo', id: testId('sofa 5') }, region: REGION },
    null,
    NEVER,
  );
  expect(analysed.map(({ content, options }) => [content, options.region])).toEqual([
    ['sofa 1', REGION],
    ['sofa 5', REGION],
  ]);
  expect(await wordsOf(search, answer.similar.numbers)).not.toContain('sofa 5');
  expect(answer.query).toMatchObject({ width: 40, height: 30 });
});

test('photos of an older version are not compared, and a search by one says what to do', async () => {
  const { search } = await gallery([...ROWS, stored('old', [1, 1, 1], 0, [0, 0, 0], { version: 'before' })]);
  const answer = await search.like({ kind: 'photo', id: testId('sofa 5') }, null, NEVER);
  expect(await wordsOf(search, answer.similar.numbers)).not.toContain('old');
  await expect(search.like({ kind: 'photo', id: testId('old') }, null, NEVER)).rejects.toThrow(
    'old.jpg was indexed by an older version. Drop its file again to search by it.',
  );
});

test('photos that an earlier network saw are searched from one of them, among themselves, until they are seen again', async () => {
  const before = (word: string, ...rest: TestRowValues) =>
    stored(word, rest[0], rest[1], rest[2], { version: 'before' });
  const old = [
    before('old 0', [0.9, 0.1, 0.1], 0, [0, 8, 8]),
    before('old 4', [0.8, 0.1, 0.1], 4, [4, 8, 8]),
    before('old 9', [0.1, 0.1, 0.1], 9, [8, 8, 8]),
  ];
  const { search, library } = await gallery([...ROWS, ...old]);
  await library.earlier.remember({ ...TEST_VOCABULARY, version: 'before' });
  const from = (word: string) => search.like({ kind: 'photo', id: testId(word) }, null, NEVER);
  const answer = await from('old 0');
  expect(answer.earlier).toBe(3);
  expect(await wordsOf(search, answer.similar.numbers)).toEqual(['old 4', 'old 9']);
  expect([...answer.similar.distances]).toEqual([4, 9]);
  expect(await wordsOf(search, answer.rows[0]!.hits.numbers)).toEqual(['old 4']);

  await library.add(indexedRow(stored('old 4', [0.8, 0.1, 0.1], 4, [4, 8, 8])), new File([], 'old 4.jpg'));
  const later = await from('old 0');
  expect(later.earlier).toBe(2);
  expect(await wordsOf(search, later.similar.numbers)).toEqual(['old 9']);
  const now = await from('bicycle 0');
  expect(now.earlier).toBeNull();
  expect((await wordsOf(search, now.similar.numbers)).toSorted()).toEqual(['bicycle 4', 'old 4', 'sofa 5']);
});

test('an unknown category, a photo that is gone and an empty file are refused, each with its reason', async () => {
  const { search } = await gallery(ROWS);
  await expect(answered(search, { chips: [chip('yeti')] })).rejects.toThrow('got the category "yeti"');
  await expect(search.like({ kind: 'photo', id: testId('nobody') }, null, NEVER)).rejects.toThrow(
    'no longer in the gallery',
  );
  await expect(search.like(file(''), null, NEVER)).rejects.toMatchObject({ name: 'UnreadablePhoto' });
});

test('the whole gallery is found before the network is known, and photos by their categories once it is', async () => {
  const { library, gallery: disk } = testLibrary(`search ${crypto.randomUUID()}`);
  await library.open();
  for (const row of ROWS) await library.add(indexedRow(row), new File([], row.name));
  const never = () => Promise.reject(new Error('not asked for'));
  const search = new Search({ library, contentHash: never, pixels: never, analyse: never, album: never });
  expect(library.knownVocabulary).toBeNull();
  expect((await answered(search, { order: 'name' })).words).toEqual(['bicycle 0', 'bicycle 4', 'sofa 5']);
  expect(search.totals()).toMatchObject({ total: 3, counts: [] });
  const sofas = await answered(search, { chips: [chip('sofa')], order: 'best' });
  expect(sofas.words.slice(0, sofas.sure)).toEqual(['sofa 5', 'bicycle 4']);
  expect(search.totals()).toMatchObject({ total: 3, counts: [2, 2, 0], outdated: 0 });
  expect(disk).toBeDefined();
});

test('a chip bound to an object of a photo that is not in the gallery ranks by that object', async () => {
  const { search } = await gallery(ROWS);
  const bound = await answered(search, { chips: [{ ...chip('bicycle'), like: file('bicycle 4') }], order: 'best' });
  expect(bound.words.slice(0, bound.sure)).toEqual(['bicycle 4', 'bicycle 0']);
  expect([...bound.distances!]).toEqual([0, 0.5]);
});

test('an empty answer names the chip that emptied it, and less sure photos follow', async () => {
  const { search } = await gallery(ROWS);
  const chips = [chip('bicycle'), chip('sofa'), chip('person')];
  const answer = await answered(search, { chips });
  expect(answer.sure).toBe(0);
  expect(answer.emptiedBy).toBe(2);
  expect(answer.words).toEqual(['bicycle 4']);
  const surer = await answered(search, { chips: chips.slice(0, 2), sureness: 1 });
  expect(surer.sure).toBe(0);
  expect((await answered(search, { chips, sureness: -1 })).sure).toBe(1);
});

test('sureness costs what the probabilities of the gallery say', async () => {
  const { search } = await gallery([
    ...ROWS,
    ...[1, 2, 3, 4].map((n) => stored(`more ${n}`, [0.6, 0.1, 0.1], 0, [0, 0, 0])),
  ]);
  const [default_, surest] = [await search.gateFigures('bicycle', 0), await search.gateFigures('bicycle', 1)];
  const expected = 0.9 + 0.8 + 4 * 0.6 + 0.1;
  expect(default_.gate).toBe(0.5);
  expect(default_.precision).toBeCloseTo((expected - 0.1) / 6, 2);
  expect(default_.found).toBeCloseTo((expected - 0.1) / expected, 2);
  expect(surest.precision!).toBeGreaterThan(default_.precision!);
  expect(surest.found!).toBeLessThan(default_.found!);
  // Nobody knows how many of no photos are right.
  expect(await search.gateFigures('person', 1)).toMatchObject({ precision: null, found: null });
  await expect(search.gateFigures('bicycle', 2)).rejects.toThrow('got sureness 2');
});

test('what a person corrected is what the photo is searched by', async () => {
  const cat = stored('read as a sofa', [0.1, 0.9, 0.1], 20, [0, 5, 8]);
  const { search, library } = await gallery([...ROWS, cat]);
  const alike = async () => {
    const answer = await search.like({ kind: 'photo', id: cat.id }, null, NEVER);
    return {
      similar: await wordsOf(search, answer.similar.numbers),
      rows: await Promise.all(
        answer.rows.map(async ({ category, hits }) => [category, await wordsOf(search, hits.numbers)]),
      ),
    };
  };
  expect(await alike()).toEqual({
    similar: ['sofa 5', 'bicycle 4', 'bicycle 0'],
    rows: [['sofa', ['sofa 5', 'bicycle 4']]],
  });
  await library.correct(cat.id, 'bicycle', 'present');
  await library.correct(cat.id, 'sofa', 'absent');
  expect(await alike()).toEqual({
    similar: ['bicycle 0', 'bicycle 4', 'sofa 5'],
    rows: [['bicycle', ['bicycle 0', 'bicycle 4']]],
  });
});

test('several examples are searched together; their own photos are no answer', async () => {
  const { search } = await gallery(ROWS);
  const like: SearchQuery[] = [{ kind: 'photo', id: testId('bicycle 0') }, file('sofa 4')];
  const answer = await search.like({ kind: 'examples', like, unlike: [] }, null, NEVER);
  expect(await wordsOf(search, answer.similar.numbers)).toEqual(['bicycle 4', 'sofa 5']);
  expect(await wordsOf(search, answer.together!.hits.numbers)).toEqual(['bicycle 4']);
  const unlike: SearchQuery[] = [{ kind: 'photo', id: testId('bicycle 4') }];
  const but = await search.like({ kind: 'examples', like: [file('sofa 4')], unlike }, null, NEVER);
  expect(await wordsOf(search, but.similar.numbers)).toEqual(['sofa 5', 'bicycle 0']);
  await expect(search.like({ kind: 'examples', like: [], unlike }, null, NEVER)).rejects.toThrow('got no example');
});

test('hits are filtered and ordered as the gallery is', async () => {
  const { search } = await gallery(ROWS);
  const among = (query: Partial<GalleryQuery>) =>
    search
      .like(file('bicycle 0'), { ...WHOLE_GALLERY, ...query }, NEVER)
      .then(({ similar }) => wordsOf(search, similar.numbers));
  expect(await among({ order: 'best' })).toEqual(['bicycle 0', 'bicycle 4', 'sofa 5']);
  expect(await among({ words: ['4'], order: 'best' })).toEqual(['bicycle 4']);
  expect(await among({ chips: [chip('sofa')], order: 'best' })).toEqual(['bicycle 4', 'sofa 5']);
  expect(await among({ order: 'name' })).toEqual(['bicycle 0', 'bicycle 4']);
});

test('a query that is withdrawn is not answered', async () => {
  const { search } = await gallery(ROWS);
  const asked = new AbortController();
  const answers = [search.find(WHOLE_GALLERY, asked.signal), search.like(file('sofa 1'), null, asked.signal)];
  asked.abort();
  for (const answer of answers)
    await expect(answer).rejects.toMatchObject({ name: expect.stringMatching('Cancelled|AbortError') });
});

test('the answer to a drawn box says what is in it, and its picture is kept for the next box', async () => {
  const { search, analysed } = await gallery(ROWS);
  const region = { kind: 'region', of: { kind: 'photo', id: testId('sofa 5') }, region: REGION } as const;
  const { query, rows } = await search.like(region, null, NEVER, 6);
  const { probabilities } = query.analysis;
  expect(probabilities.indexOf(Math.max(...probabilities))).toBe(1);
  expect(rows.map(({ category }) => category)).toEqual(['sofa']);
  await search.like({ ...region, region: { ...REGION, x1: 0.7 } }, null, NEVER, 6);
  const [first, second] = analysed.map(({ options }) => options.keepAs);
  expect(first).toMatch(testId('sofa 5'));
  expect(second).toBe(first);
});

test('the winner of a category is told as a region; of a photo that is gone it is not known', async () => {
  const { search } = await gallery(ROWS);
  const numbers = Uint32Array.of(search.numberOf(testId('sofa 5'))!, 99);
  expect(await search.winningRegions(numbers, 'sofa')).toEqual([{ x0: 0, y0: 0, x1: 1, y1: 1 }, null]);
  await expect(search.winningRegions(numbers, 'yeti')).rejects.toThrow('got the category "yeti"');
});
