import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedPhoto } from '../../src/terminal/exports/exportedPhoto.ts';
import { EXPORTS } from '../../src/terminal/exports/exportTo.ts';
import { openIndexFile } from '../../src/terminal/indexFile/openedIndexFile.ts';
import { CATEGORIES, type EngineGallery, engineGallery, type Neighbour } from './gallery.ts';

/** The Parquet file, read and searched by DuckDB: the photos that the page's search finds, at the same distances. */

const FOLDER = '.facet/engines';
const INSTALL = `npm install --prefix ${FOLDER} @duckdb/node-api@1.5.6-r.1`;
const PHOTOS = 20_000;

// The little of its interface that is used here.
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>;
}
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

let gallery: EngineGallery;
let duck: Connection;
let file: string;
beforeAll(async () => {
  if (!existsSync(`${FOLDER}/node_modules/@duckdb`)) throw new Error(`DuckDB is not installed: ${INSTALL}`);
  const { DuckDBInstance } = createRequire(resolve(FOLDER, 'from.cjs'))('@duckdb/node-api') as DuckDb;
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  gallery = await engineGallery(PHOTOS);
  [file = ''] = (await EXPORTS.parquet(await openIndexFile(gallery.path), gallery.folder, () => {})).files;
});
afterAll(() => rmSync(gallery.folder, { recursive: true }));

const rows = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjectsJson();
/** Bits of a binary column: DuckDB counts those of its own type. */
const bits = (column: string): string => `CAST(${column} AS BIT)`;
const blob = (words: Uint32Array): string =>
  `'${[...new Uint8Array(words.slice().buffer)].map((byte) => `\\x${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')}'::BLOB`;

async function found(column: string, query: Uint32Array, k: number, where = 'true'): Promise<Neighbour[]> {
  const sql = `SELECT lower(hex(id)) AS id, bit_count(xor(${bits(column)}, ${bits(blob(query))}))::INT AS distance FROM '${file}' WHERE ${where} ORDER BY distance, id LIMIT ${k}`;
  return (await rows(sql)).map(({ id, distance }) => [String(id), Number(distance)]);
}

const queries = () => Array.from({ length: 12 }, (_, q) => gallery.photos[Math.floor((q * PHOTOS) / 12)]!.photo);

test('all photos are there, whatever they are called', async () => {
  const [version] = await rows('SELECT version() AS version');
  console.log(`DuckDB ${String(version!['version'])}`);
  const all = await rows(
    `SELECT lower(hex(id)) AS id, name, path, paths, epoch_ms(taken_at)::VARCHAR AS taken, camera, favourite, width, height, bytes::VARCHAR AS bytes FROM '${file}'`,
  );
  expect(all).toHaveLength(PHOTOS);
  gallery.photos
    .map(exportedPhoto)
    .forEach(({ id, name, path, paths, takenAt, camera, favourite, width, height, size }, n) => {
      const { paths: list, ...row } = all[n]!;
      expect(row).toEqual({
        id,
        name,
        path,
        taken: String(takenAt),
        camera,
        favourite,
        width,
        height,
        bytes: String(size),
      });
      expect(JSON.parse(String(list))).toEqual(paths);
    });
});

test('the photos nearest by the semantic code and by looks', async () => {
  for (const { semanticCodes, appearance } of queries()) {
    expect(await found('semantic', semanticCodes[64], 100)).toEqual(gallery.nearest(semanticCodes[64], 100));
    expect(await found('appearance', appearance!, 30)).toEqual(gallery.nearestLooks(appearance!, 30));
  }
});

test('the photos nearest by the piece of a category, among those that hold it', async () => {
  const columns = ['cat', 'dog', 'photographer_s_chair', 'potted_plant', 'kraftfahrzeug_½'];
  for (const { categoryCodes } of queries().slice(0, 4)) {
    for (const [c, { gate }] of CATEGORIES.entries()) {
      const query = categoryCodes.subarray(c, c + 1);
      const where = `"probability_${columns[c]}"::DOUBLE >= ${gate}::DOUBLE`;
      expect(await found(`"piece_${columns[c]}"`, query, 50, where)).toEqual(gallery.nearestWith(c, query, 50));
    }
  }
});
