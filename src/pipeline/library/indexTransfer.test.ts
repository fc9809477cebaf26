import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { GalleryFileWriter } from '../../gallery/archive/writeGalleryFile.ts';
import { testIndexed, testPhotoId } from '../../gallery/testPhotos.ts';
import { IndexTransfer } from './indexTransfer.ts';
import { testLibrary } from './testLibrary.ts';
import { TEST_VOCABULARY } from './testRows.ts';

const NEVER = new AbortController().signal;

/** Photo n as it travels, for the vocabulary of tests. */
function travelling(n: number) {
  const { photo, analysis, thumbnail } = testIndexed(n);
  const three = { probabilities: Float32Array.of(1, n % 2, 0) };
  return {
    photo: { ...photo, ...three, categoryCodes: new Uint32Array(3), regionAppearance: new Uint32Array(6) },
    analysis: { ...analysis, ...three, proposalProbabilities: new Uint8Array(3), winners: new Int32Array(3) },
    thumbnail,
    files: [],
  };
}

function indexFile(numbers: readonly number[]): Blob {
  const { categories, bitsPerCategory, version } = TEST_VOCABULARY;
  const writer = new GalleryFileWriter({ modelVersion: version, categories, bitsPerCategory, exportedAt: 1 });
  return new Blob([
    writer.start(numbers.length),
    ...numbers.map((n) => writer.photo(travelling(n))),
    ...writer.end([]),
  ]);
}

test('imported photos are in memory with their codes, here, in the other tab and after a reload', async () => {
  const name = `transfer ${crypto.randomUUID()}`;
  const tabs: ReturnType<typeof testLibrary>[] = [];
  const first = testLibrary(name, (change) => tabs[1]?.library.follow(structuredClone(change)));
  const second = testLibrary(name);
  tabs.push(first, second);
  for (const { library } of tabs) {
    await library.open();
    await library.learn();
  }
  const transfer = new IndexTransfer({ gallery: first.gallery, library: first.library, tell: () => {} });
  const numbers = Array.from({ length: 5000 }, (_, n) => n);
  expect(await transfer.import(indexFile(numbers), NEVER)).toEqual({ added: 5000, already: 0 });
  expect(await transfer.import(indexFile(numbers.slice(0, 10)), NEVER)).toEqual({ added: 0, already: 10 });
  await second.library.remove([]);
  const reloaded = testLibrary(name);
  await reloaded.library.open();
  await reloaded.library.learn();
  for (const { library } of [...tabs, reloaded]) {
    const { columns } = library;
    expect([columns.count, columns.search?.codes.count, columns.outdated]).toEqual([5000, 5000, 0]);
    const number = columns.numberOf(testPhotoId(4321))!;
    expect([columns.facts.path(number), [...columns.search!.probabilities(number)]]).toEqual([
      'folder 1/4321.jpg',
      [1, 1, 0],
    ]);
  }
});
