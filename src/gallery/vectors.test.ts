import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { Connection } from './connection.ts';
import { Gallery } from './gallery.ts';
import { MIGRATIONS } from './migrations.ts';
import type { TaughtRow } from './records/taughtRow.ts';
import type { VectorRow } from './records/vectorRow.ts';
import { testIndexed, testPhotoId } from './testPhotos.ts';

const ownName = (): string => `vectors ${crypto.randomUUID()}`;
const open = (name: string): Gallery => new Gallery(new Connection(() => {}, name));

function vectorsOf(n: number, version = 'v'): VectorRow {
  return {
    id: testPhotoId(n),
    version,
    boxes: Uint8Array.of(0, 0, 255, 255),
    vectors: Int8Array.of(n % 128, -127),
  };
}

async function all(gallery: Gallery, version = 'v'): Promise<string[]> {
  const ids: string[] = [];
  for await (const rows of gallery.vectors(version)) ids.push(...rows.map(({ id }) => id));
  return ids;
}

const TAUGHT: TaughtRow = {
  key: 'k',
  name: 'mug',
  taughtAt: 5,
  vectors: 'v',
  weights: Float32Array.of(1, 2),
  bias: -1,
  slope: 2,
  offset: 0.5,
  gate: 0.6,
  examples: [{ id: testPhotoId(1), vectors: Int8Array.of(1, 2) }],
  counterExamples: [],
};

test('a gallery of before there were vectors opens with its photos, which have none until they are indexed again', async () => {
  const name = ownName();
  const before = await openDB(name, 6, {
    async upgrade(database, from, _to, transaction) {
      // @ts-expect-error: the steps are typed for the schema of today
      for (const step of MIGRATIONS.slice(from, 6)) await step(database, transaction);
    },
  });
  await before.put('photos', testIndexed(1).photo);
  await before.put('analyses', testIndexed(1).analysis);
  before.close();
  const gallery = open(name);
  expect((await gallery.photos()).map(({ id }) => id)).toEqual([testPhotoId(1)]);
  expect((await gallery.boxes(testPhotoId(1)))?.proposalProbabilities).toEqual(
    testIndexed(1).analysis.proposalProbabilities,
  );
  expect(await all(gallery)).toEqual([]);
  expect(await gallery.taught()).toEqual([]);
  await gallery.put({ ...testIndexed(1), vectors: vectorsOf(1) });
  expect(await all(gallery)).toEqual([testPhotoId(1)]);
});

test('vectors are read by version in pieces, each once, travel with their photo and go with it', async () => {
  const gallery = open(ownName());
  const count = 1100;
  const rows = Array.from({ length: count }, (_, n) => vectorsOf(n, n % 11 === 0 ? 'older' : 'v'));
  await gallery.addVectors(rows);
  expect(await all(gallery)).toEqual(
    rows
      .filter(({ version }) => version === 'v')
      .map(({ id }) => id)
      .sort(),
  );
  await gallery.put({ ...testIndexed(5), vectors: vectorsOf(5, 'newer') });
  const [travelling] = await gallery.travelling([testPhotoId(5)], false);
  expect(travelling?.vectors).toEqual(vectorsOf(5, 'newer'));
  // Those that are there stay.
  await gallery.addVectors([vectorsOf(5, 'v')]);
  expect(await gallery.vectorsOf(testPhotoId(5))).toEqual(vectorsOf(5, 'newer'));
  await gallery.remove([testPhotoId(5)]);
  expect(await gallery.vectorsOf(testPhotoId(5))).toBeUndefined();
  await gallery.merge(travelling!);
  expect(await gallery.vectorsOf(testPhotoId(5))).toEqual(vectorsOf(5, 'newer'));
});

test('what was taught is kept by its key, and goes when it is forgotten or everything is removed', async () => {
  const name = ownName();
  const gallery = open(name);
  await gallery.keepTaught(TAUGHT);
  await gallery.keepTaught({ ...TAUGHT, key: 'j', name: 'plant', taughtAt: 4 });
  await gallery.keepTaught({ ...TAUGHT, name: 'cup' });
  const again = open(name);
  expect((await again.taught()).map((row) => row.name)).toEqual(['plant', 'cup']);
  expect((await again.taught())[1]).toEqual({ ...TAUGHT, name: 'cup' });
  await again.forgetTaught('j');
  expect((await again.taught()).map((row) => row.key)).toEqual(['k']);
  await again.removeAll();
  expect(await open(name).taught()).toEqual([]);
});
