import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';
import { Gallery } from './gallery.ts';
import { MIGRATIONS } from './migrations.ts';
import type { PhotoRow } from './records/photoRow.ts';
import { testIndexed, testPhotoId } from './testPhotos.ts';

afterEach(() => vi.restoreAllMocks());

function ownName(): string {
  return `packing ${crypto.randomUUID()}`;
}

function open(name: string): Gallery {
  return new Gallery(new Connection(() => {}, name));
}

/** What lasts of a row in a segment: probabilities are bytes there. */
function rounded({ probabilities, ...row }: PhotoRow) {
  return { ...row, probabilities: [...probabilities].map((share) => Math.round(share * 255)) };
}

async function stored(gallery: Gallery) {
  return (await gallery.photos()).map(rounded);
}

/** A database as it was before there were segments, with these photos. */
async function earlierGallery(name: string, numbers: readonly number[]): Promise<void> {
  const before = await openDB(name, 4, {
    async upgrade(database, from, _to, transaction) {
      // @ts-expect-error: the steps are typed for the schema of today
      for (const step of MIGRATIONS.slice(from, 4)) await step(database, transaction);
    },
  });
  for (const n of numbers) {
    const { photo, analysis, thumbnail, file } = testIndexed(n, { corrections: n % 3 === 0 ? { cat: 'absent' } : {} });
    await before.put('photos', photo);
    await before.put('analyses', analysis);
    await before.put('thumbnails', thumbnail);
    await before.put('files', file);
  }
  before.close();
}

test('packed photos are the same photos, with what lies beside them and what was said of them', async () => {
  const gallery = open(ownName());
  for (let n = 0; n < 9; n++) await gallery.put(testIndexed(n, n % 2 === 0 ? { version: 'before' } : {}));
  await gallery.correct(testPhotoId(3), 'cat', 'present');
  const before = await stored(gallery);
  const analysis = (await gallery.analysis(testPhotoId(4))).analysis;
  expect(await gallery.pack()).toBe(0);
  expect(await stored(gallery)).toEqual(before);
  expect((await gallery.photo(testPhotoId(3)))?.corrections).toEqual({ cat: 'present' });
  expect((await gallery.analysis(testPhotoId(4))).analysis).toEqual(analysis);
  expect((await gallery.thumbnail(testPhotoId(4))).size).toBe(8);
  await gallery.correct(testPhotoId(3), 'cat', null);
  await gallery.correct(testPhotoId(5), 'dog', 'absent');
  await gallery.favour([testPhotoId(5), testPhotoId(6)], true);
  await gallery.favour([testPhotoId(6)], false);
  const said = (await gallery.photos()).filter(
    ({ corrections, favourite }) => favourite || Object.keys(corrections).length > 0,
  );
  expect(said).toMatchObject([{ id: testPhotoId(5), corrections: { dog: 'absent' }, favourite: true }]);
});

test('a gallery of before there were segments is moved in pieces; killed between or within any of them, nothing is lost', async () => {
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  const wanted = numbers.map((n) => testPhotoId(n)).sort();
  for (const killedAt of [1, 2, 3, 4, 5]) {
    const name = ownName();
    await earlierGallery(name, numbers);
    const first = open(name);
    // As when the page is closed: the transaction in hand never ends, and no other begins.
    const add = IDBObjectStore.prototype.add;
    let pieces = 0;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (++pieces >= killedAt) {
        this.transaction.abort();
        throw new Error('killed');
      }
      return add.call(this, value, key);
    });
    await expect(
      (async () => {
        while ((await first.pack(8)) > 0);
        throw new Error('killed');
      })(),
    ).rejects.toThrow();
    vi.restoreAllMocks();
    const second = open(name);
    expect((await second.photos()).map(({ id }) => id)).toEqual(wanted);
    expect(await second.countNew()).toBe(40 - 8 * (killedAt - 1));
    while ((await second.pack(8)) > 0);
    const photos = await second.photos();
    expect(photos.map(({ id }) => id)).toEqual(wanted);
    expect(photos.filter(({ corrections }) => corrections['cat'] === 'absent')).toHaveLength(14);
    for (const id of wanted) expect((await second.analysis(id)).analysis.boxes).toHaveLength(4);
    expect((await second.files()).map(({ id }) => id).sort()).toEqual(wanted);
  }
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.nat(11).map((put) => ({ put })) },
  { weight: 3, arbitrary: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }).map((remove) => ({ remove })) },
  { weight: 2, arbitrary: fc.nat(11).map((correct) => ({ correct })) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }).map((pack) => ({ pack })) },
  { weight: 1, arbitrary: fc.constant({ compact: true }) },
  { weight: 1, arbitrary: fc.constant({ empty: true }) },
);

test('two tabs of one gallery: whatever each adds, removes, says, packs and compacts, both find the same photos as after a reload', async () => {
  const property = fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), step), { maxLength: 25 }), async (steps) => {
    const name = ownName();
    const tabs = [open(name), open(name)] as const;
    const model = new Map<string, { version: string; cat: boolean }>();
    for (const [n, [second, one]] of steps.entries()) {
      const gallery = tabs[second ? 1 : 0];
      if ('put' in one) {
        const id = testPhotoId(one.put);
        await gallery.put(testIndexed(one.put, { version: `version ${n % 2}` }));
        model.set(id, { version: `version ${n % 2}`, cat: model.get(id)?.cat ?? false });
      } else if ('remove' in one) {
        await gallery.remove(one.remove.map(testPhotoId));
        for (const number of one.remove) model.delete(testPhotoId(number));
      } else if ('correct' in one) {
        const known = model.get(testPhotoId(one.correct));
        const said = gallery.correct(testPhotoId(one.correct), 'cat', 'present');
        if (known === undefined) await expect(said).rejects.toThrow('is not in the gallery');
        else {
          await said;
          known.cat = true;
        }
      } else if ('empty' in one) {
        await gallery.removeAll();
        model.clear();
      } else if ('pack' in one) await gallery.pack(one.pack);
      else while (await gallery.compact());
    }
    const wanted = [...model].map(([id, known]) => ({ id, ...known })).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const gallery of [...tabs, open(name)]) {
      const single = [];
      for (const { id } of wanted) single.push(await gallery.photo(id));
      const seen = single.map((photo) => ({
        id: photo?.id,
        version: photo?.version,
        cat: 'cat' in (photo?.corrections ?? {}),
      }));
      expect(seen).toEqual(wanted);
      for (const { id } of wanted) expect((await gallery.analysis(id)).photo.id).toBe(id);
    }
    for (const gallery of tabs) expect(await gallery.photo(testPhotoId(99))).toBe(undefined);
    for (const n of Array(12).keys())
      if (!model.has(testPhotoId(n)))
        for (const gallery of tabs) expect(await gallery.photo(testPhotoId(n))).toBe(undefined);
    const fresh = open(name);
    expect((await fresh.photos()).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });
  await fc.assert(property, { numRuns: 60 });
});

test('a segment with many removed photos is written again, and small ones become one', async () => {
  const name = ownName();
  const gallery = open(name);
  const segments = async () => (await openDB(name)).count('segments');
  for (let n = 0; n < 8; n++) {
    await gallery.put(testIndexed(n));
    if (n % 2 === 1) await gallery.pack();
  }
  expect(await segments()).toBe(4);
  expect(await gallery.compact()).toBe(true);
  expect(await segments()).toBe(1);
  await gallery.remove([0, 2, 4].map(testPhotoId));
  expect(await gallery.compact()).toBe(true);
  expect(await gallery.compact()).toBe(false);
  expect((await openDB(name)).version).toBe(MIGRATIONS.length);
  expect((await gallery.photos()).map(({ id }) => id)).toEqual([1, 3, 5, 6, 7].map(testPhotoId).sort());
});
