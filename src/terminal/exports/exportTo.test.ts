import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';
import { type OpenedIndexFile, openIndexFile } from '../indexFile/openedIndexFile.ts';
import { writeIndexFile } from '../indexFile/writeIndexFile.ts';
import { EXPORTS } from './exportTo.ts';

/** In the real engines: npm run test:engines. */

const ID = 'a1'.repeat(32);
const photo: TravellingPhoto = {
  photo: {
    id: ID,
    name: 'a\t"b"\\c.jpg',
    path: 'it\'s/a\t"b"\\c.jpg',
    size: 5_000_000_000,
    lastModified: Date.UTC(1962, 4, 3),
    addedAt: 1,
    width: 40,
    height: 30,
    version: 'v',
    probabilities: Float32Array.of(0.75),
    semanticCodes: {
      16: Uint32Array.of(1),
      32: Uint32Array.of(2),
      48: Uint32Array.of(3, 4),
      64: Uint32Array.of(1, 2 ** 31),
    },
    categoryCodes: Uint32Array.of(5),
    appearance: Uint32Array.of(1, 2, 3, 4),
    regionAppearance: Uint32Array.of(5, 6),
    fingerprint: Uint32Array.of(7, 8),
    corrections: {},
  },
  analysis: {
    id: ID,
    boxes: Float32Array.of(0, 0, 1, 1),
    objectness: Float32Array.of(1),
    proposalProbabilities: Uint8Array.of(191),
    winners: Int32Array.of(0),
  },
  thumbnail: null,
  files: [],
};

let folder: string;
let index: OpenedIndexFile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'facet-export-'));
  const path = join(folder, 'one.facet');
  const header = {
    modelVersion: 'v',
    categories: [{ name: "cat's", gate: 0.5 }],
    bitsPerCategory: 8,
    photos: 1,
    exportedAt: 0,
  };
  writeIndexFile(path, header, [photo]);
  index = await openIndexFile(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('PostgreSQL gets a line whose fields are escaped, and bits from the first to the last', async () => {
  const { files } = await EXPORTS.postgres(index, folder, () => {});
  const script = readFileSync(files[0]!, 'utf8');
  expect(script).toContain("(1, 'cat''s', 0.5)");
  const line = script.split('COPY facet.photos FROM stdin;\n')[1]!.split('\n')[0]!.split('\t');
  expect(line.slice(0, 4)).toEqual([
    `\\\\x${ID}`,
    'a\\t"b"\\\\c.jpg',
    'it\'s/a\\t"b"\\\\c.jpg',
    '{"it\'s/a\\t\\\\"b\\\\"\\\\\\\\c.jpg"}',
  ]);
  expect(line.slice(4, 11)).toEqual([
    '5000000000',
    '40',
    '30',
    '1962-05-03T00:00:00.000Z',
    '\\N',
    'false',
    `1${'0'.repeat(62)}1`,
  ]);
  expect(line.slice(13)).toEqual(['{10100000}', '{0.75}']);
});

test('Parquet keeps text, times before 1970, large sizes and codes', async () => {
  const { files } = await EXPORTS.parquet(index, folder, () => {});
  const [row] = await parquetReadObjects({ file: await asyncBufferFromFile(files[0]!), utf8: false });
  expect(row).toMatchObject({
    name: 'a\t"b"\\c.jpg',
    paths: ['it\'s/a\t"b"\\c.jpg'],
    bytes: 5_000_000_000n,
    taken_at: new Date(Date.UTC(1962, 4, 3)),
    favourite: false,
    probability_cat_s: 0.75,
  });
  const bytes = (column: string): number[] => [...(row![column] as Uint8Array)];
  expect(Buffer.from(bytes('id')).toString('hex')).toBe(ID);
  expect(bytes('semantic')).toEqual([1, 0, 0, 0, 0, 0, 0, 128]);
  expect(bytes('piece_cat_s')).toEqual([5, 0, 0, 0]);
});

test('of a single photo FAISS cannot hold hash tables, which is said; the flat index and the table of places are there', async () => {
  const { files, notes } = await EXPORTS.faiss(index, folder, () => {});
  expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
    'photos.tsv',
    'semantic.flat.faiss',
    'appearance.flat.faiss',
  ]);
  expect(notes).toHaveLength(2);
  expect(readFileSync(files[0]!, 'utf8')).toBe(`0\t${ID}\tit's/a "b"\\c.jpg\n`);
});
