import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { pixelBoxes, unitBoxes } from '../../base/image/box.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import type { AnalyseOptions } from '../analyser/analyser.ts';
import { contentHash } from '../analyser/preparedPhoto.ts';
import { NEVER, throwIfCancelled } from '../api/errors.ts';
import type { CategoryChip, SearchQuery } from '../api/pipeline.ts';
import { indexedRow, testLibrary } from '../library/testLibrary.ts';
import { testRow } from '../library/testRows.ts';
import { Search } from './search.ts';

const REGION = { x0: 0.1, y0: 0.2, x1: 0.6, y1: 0.7 };

/** A file whose content says what is found in it: "bicycle 3" holds a bicycle with three ones in its code. */
function file(content: string): Extract<SearchQuery, { kind: 'file' }> {
  return { kind: 'file', file: new File([content], 'query.jpg'), name: 'query.jpg' };
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
  for (const row of rows) await library.add(indexedRow(row), new File([row.id], row.name));
  const analysed: { readonly content: string; readonly options: AnalyseOptions }[] = [];
  const search = new Search({
    library,
    contentHash,
    pixels: (id) => library.pictures.pixels(id),
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
  testRow('bicycle 0', [0.9, 0.1, 0.1], 0, [0, 8, 8]),
  testRow('bicycle 4', [0.8, 0.7, 0.2], 10, [4, 2, 8]),
  testRow('sofa 5', [0.1, 0.95, 0.1], 20, [8, 5, 8]),
];

const chip = (category: string, like?: SearchQuery): CategoryChip => ({
  category,
  role: 'all',
  ...(like && { like }),
});

test('a photo of the gallery is searched by what is stored of it, and is no answer to itself', async () => {
  const { search, analysed } = await gallery(ROWS);
  const answer = await search.byPhoto({ kind: 'photo', id: 'bicycle 0' }, NEVER);
  expect(answer.similar.map(({ id, distance }) => [id, distance])).toEqual([
    ['bicycle 4', 10],
    ['sofa 5', 20],
  ]);
  expect(answer.rows.map(({ category, hits }) => [category, hits.map(({ id }) => id)])).toEqual([
    ['bicycle', ['bicycle 4']],
  ]);
  expect(analysed).toEqual([]);
});

test('a file is analysed before everything that is being indexed, and is not added', async () => {
  const { search, library, analysed } = await gallery(ROWS);
  const answer = await search.byPhoto(file('bicycle 4'), NEVER);
  expect(answer.rows[0]).toMatchObject({
    category: 'bicycle',
    hits: [{ id: 'bicycle 4', distance: 0 }, { distance: 4 }],
  });
  expect(analysed.map(({ content, options }) => [content, options.urgent, options.region])).toEqual([
    ['bicycle 4', true, undefined],
  ]);
  expect(library.rows.all()).toHaveLength(3);
});

test('files are told apart by their content, not by their name', async () => {
  const { search, analysed } = await gallery(ROWS);
  for (const content of ['bicycle 1', 'bicycle 2', 'bicycle 1']) await search.byPhoto(file(content), NEVER);
  expect(analysed.map(({ content }) => content)).toEqual(['bicycle 1', 'bicycle 2']);
});

test('a combined search by objects analyses each once, however often it is asked while the gallery grows', async () => {
  const { search, library, analysed } = await gallery(ROWS);
  const chips = [
    chip('bicycle', { kind: 'region', of: { kind: 'photo', id: 'bicycle 4' }, region: REGION }),
    chip('sofa', file('sofa 2')),
  ];
  const first = await search.combined(chips, NEVER);
  expect(first).toEqual([{ id: 'bicycle 4', distance: 0, probability: Math.fround(0.7) }]);
  for (let i = 0; i < 5; i++) {
    const photo = testRow(`more ${i}`, [0.9, 0.9, 0.1], 0, [4, 3, 0]);
    await library.add(indexedRow(photo), new File([photo.id], photo.name));
    expect(await search.combined(chips, NEVER)).toHaveLength(i + 2);
  }
  expect(analysed.map(({ content, options }) => [content, options.region])).toEqual([
    ['bicycle 4', REGION],
    ['sofa 2', undefined],
  ]);
});

test('a combined search that is withdrawn and asked again while its object is being analysed is answered', async () => {
  let go = (): void => {};
  const { search, analysed } = await gallery(ROWS, new Promise((resolve) => (go = resolve)));
  const chips = [chip('bicycle', { kind: 'region', of: { kind: 'photo', id: 'bicycle 4' }, region: REGION })];
  for (let photo = 0; photo < 10; photo++) {
    const asked = new AbortController();
    const withdrawn = search.combined(chips, asked.signal);
    asked.abort();
    await expect(withdrawn).rejects.toMatchObject({ name: 'Cancelled' });
  }
  const last = search.combined(chips, NEVER);
  go();
  expect((await last).map(({ id }) => id)).toEqual(['bicycle 4', 'bicycle 0']);
  expect(analysed).toHaveLength(1);
});

test('a region of a file and a region of a photo are analysed within the region', async () => {
  const { search, analysed } = await gallery(ROWS);
  await search.byPhoto({ kind: 'region', of: file('sofa 1'), region: REGION }, NEVER);
  const answer = await search.byPhoto({ kind: 'region', of: { kind: 'photo', id: 'sofa 5' }, region: REGION }, NEVER);
  expect(analysed.map(({ content, options }) => [content, options.region])).toEqual([
    ['sofa 1', REGION],
    ['sofa 5', REGION],
  ]);
  expect(answer.similar.map(({ id }) => id)).not.toContain('sofa 5');
  expect(answer.query).toMatchObject({ width: 40, height: 30 });
});

test('photos of an older version are not compared, and a search by one says what to do', async () => {
  const { search } = await gallery([...ROWS, testRow('old', [1, 1, 1], 0, [0, 0, 0], { version: 'before' })]);
  const answer = await search.byPhoto({ kind: 'photo', id: 'sofa 5' }, NEVER);
  expect(answer.similar.map(({ id }) => id)).not.toContain('old');
  await expect(search.byPhoto({ kind: 'photo', id: 'old' }, NEVER)).rejects.toThrow(
    'old.jpg was indexed by an older version. Drop its file again to search by it.',
  );
});

test('an unknown category, a photo that is gone and an empty file are refused, each with its reason', async () => {
  const { search } = await gallery(ROWS);
  await expect(search.combined([chip('yeti')], NEVER)).rejects.toThrow('got the category "yeti"');
  await expect(search.byPhoto({ kind: 'photo', id: 'nobody' }, NEVER)).rejects.toThrow('no longer in the gallery');
  await expect(search.byPhoto(file(''), NEVER)).rejects.toMatchObject({ name: 'UnreadablePhoto' });
});
