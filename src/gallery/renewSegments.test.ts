import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { Connection } from './connection.ts';
import { Gallery } from './gallery.ts';
import { MIGRATIONS } from './migrations.ts';
import type { SegmentRow } from './schema.ts';
import { inFirstFormat } from './segments/testFirstFormat.ts';
import { testIndexed, testPhotoId } from './testPhotos.ts';

const PHOTOS = 12;

function open(name: string): Gallery {
  return new Gallery(new Connection(() => {}, name));
}

/** A gallery of three segments in the first format, one of whose photos was removed. */
async function firstFormat(name: string): Promise<void> {
  const gallery = open(name);
  for (let n = 0; n < PHOTOS; n++) {
    await gallery.put(testIndexed(n));
    if (n % 4 === 3) await gallery.pack();
  }
  await gallery.remove([testPhotoId(5)]);
  await gallery.close();
  const database = await openDB(name, MIGRATIONS.length);
  for (const key of await database.getAllKeys('segments')) {
    const { codesEnd: _, ...row }: SegmentRow = await database.get('segments', key);
    const bytes = inFirstFormat(new Uint8Array(await row.columns.arrayBuffer()));
    await database.put('segments', { ...row, columns: new Blob([bytes]) }, key);
  }
  database.close();
}

const nothing = { begin() {}, segment() {}, rows() {}, marks() {} };

async function codesOf(gallery: Gallery) {
  const codes = [];
  for await (const read of gallery.codes('now')) codes.push(read);
  return codes;
}

test('segments of the first format are read as they are, and become today’s one by one: killed in between, nothing is lost', async () => {
  const name = `renewed ${crypto.randomUUID()}`;
  await firstFormat(name);
  const gallery = open(name);
  await gallery.read(nothing);
  const [photos, codes] = [await gallery.photos(), await codesOf(gallery)];
  expect(photos.length).toBe(PHOTOS - 1);
  const [first, ...others] = gallery.toRenew();
  expect(others.length).toBe(2);
  // Another tab has it open all the while.
  const other = open(name);
  await other.read(nothing);
  await gallery.renew(first!);
  expect(gallery.toRenew()).toEqual(others);
  await gallery.close();

  const next = open(name);
  await next.read(nothing);
  expect(next.toRenew()).toEqual(others);
  expect(await next.photos()).toEqual(photos);
  expect(await codesOf(next)).toEqual(codes);
  for (const segment of next.toRenew()) await next.renew(segment);
  expect(next.toRenew()).toEqual([]);
  expect(await next.photos()).toEqual(photos);
  expect(await codesOf(next)).toEqual(codes);
  expect(await next.photo(testPhotoId(5))).toBeUndefined();

  expect(await other.photos()).toEqual(photos);
  for (const segment of other.toRenew()) await other.renew(segment);
  expect(await other.photo(testPhotoId(7))).toEqual(await next.photo(testPhotoId(7)));
  await other.remove([testPhotoId(7)]);
  expect((await next.photos()).length).toBe(PHOTOS - 2);
});

test('a damaged segment, and one that is gone, are left as they are', async () => {
  const name = `renewed ${crypto.randomUUID()}`;
  await firstFormat(name);
  const gallery = open(name);
  await gallery.read(nothing);
  const [damaged, gone] = gallery.toRenew();
  const database = await openDB(name, MIGRATIONS.length);
  const row: SegmentRow = await database.get('segments', damaged!);
  const bytes = new Uint8Array(await row.columns.arrayBuffer());
  bytes[row.factsEnd + 1]! ^= 1;
  await database.put('segments', { ...row, columns: new Blob([bytes]) }, damaged);
  await database.delete('segments', gone!);
  database.close();
  await gallery.renew(gone!);
  await gallery.close();
  const next = open(name);
  await next.read(nothing);
  await next.renew(damaged!);
  expect(next.toRenew()).toContain(damaged);
  expect(next.toRenew()).not.toContain(gone);
  await next.close();
});
