import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bitText, exportedPhoto } from '../../src/terminal/exports/exportedPhoto.ts';
import { EXPORTS } from '../../src/terminal/exports/exportTo.ts';
import { openIndexFile } from '../../src/terminal/indexFile/openedIndexFile.ts';
import { CATEGORIES, type EngineGallery, engineGallery, type Neighbour } from './gallery.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgresServer.ts';

/** The script for PostgreSQL in a real server: the photos that the page's search finds, at the same distances, in the same order. */

const PHOTOS = 20_000;
let gallery: EngineGallery;
let server: PostgresServer;
beforeAll(async () => {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  gallery = await engineGallery(PHOTOS);
  const { files } = await EXPORTS.postgres(await openIndexFile(gallery.path), gallery.folder, () => {});
  server = await startPostgres(programs, gallery.folder);
  console.log(`PostgreSQL ${server.version}`);
  server.file(files[0]!);
});
afterAll(async () => {
  await server.stop();
  rmSync(gallery.folder, { recursive: true });
});

const found = (sql: string): Neighbour[] =>
  server.rows(sql).map(([id, distance]) => [id!.replace('\\x', ''), Number(distance)]);
const queries = () => Array.from({ length: 20 }, (_, q) => gallery.photos[Math.floor((q * PHOTOS) / 20)]!.photo);

test('all photos are there, whatever they are called', () => {
  const [count] = server.rows('SELECT count(*) FROM facet.photos');
  expect(count).toEqual([String(PHOTOS)]);
  const some = gallery.photos.slice(0, 40).map(exportedPhoto);
  for (const { id, name, path, paths, takenAt, camera, width, height, size } of some) {
    expect(
      server.rows(
        `SELECT name, path, array_to_json(paths), round(extract(epoch FROM taken_at) * 1000)::bigint, camera, width, height, bytes FROM facet.photos WHERE id = '\\x${id}'`,
      ),
    ).toEqual([
      [name, path, JSON.stringify(paths), takenAt, camera, width, height, size].map((value, n) =>
        n === 2 ? expect.toSatisfy((text: string) => JSON.stringify(JSON.parse(text)) === value) : String(value),
      ),
    ]);
  }
});

test('the photos nearest by the semantic code', () => {
  for (const { semanticCodes } of queries()) {
    const sql = `SELECT id, distance FROM facet.nearest(B'${bitText(semanticCodes[64], 64)}', 100)`;
    expect(found(sql)).toEqual(gallery.nearest(semanticCodes[64], 100));
  }
});

test('a radius is a WHERE, and the photos are spread over the partitions', () => {
  const { semanticCodes } = queries()[3]!;
  const code = bitText(semanticCodes[64], 64);
  const sql = `SELECT id, bit_count(semantic # B'${code}') AS distance FROM facet.photos WHERE bit_count(semantic # B'${code}') <= 12 ORDER BY distance, id`;
  expect(found(sql)).toEqual(gallery.within(semanticCodes[64], 12));
  const sizes = server.rows('SELECT tableoid::regclass, count(*) FROM facet.photos GROUP BY 1');
  expect(sizes).toHaveLength(16);
  for (const [, size] of sizes) expect(Math.abs(Number(size) / (PHOTOS / 16) - 1)).toBeLessThan(0.2);
});

test('the photos nearest by the piece of a category, among those that hold it', () => {
  for (const { categoryCodes } of queries().slice(0, 6)) {
    CATEGORIES.forEach(({ name }, c) => {
      const query = categoryCodes.subarray(c, c + 1);
      const sql = `SELECT id, distance FROM facet.nearest_with('${name.replace("'", "''")}', B'${bitText(query, 32)}', 50)`;
      expect(found(sql)).toEqual(gallery.nearestWith(c, query, 50));
    });
  }
});

test('the photos nearest by looks', () => {
  for (const { appearance } of queries().slice(0, 6)) {
    const sql = `SELECT id, bit_count(appearance # B'${bitText(appearance!, 128)}') AS distance FROM facet.photos ORDER BY distance, id LIMIT 30`;
    expect(found(sql)).toEqual(gallery.nearestLooks(appearance!, 30));
  }
});

test('the script says what it is made for', () => {
  const script = readFileSync(join(gallery.folder, 'photos.sql'), 'utf8');
  expect(script).toMatch(/^-- An index of Facet's, for PostgreSQL 14 or later/);
});
