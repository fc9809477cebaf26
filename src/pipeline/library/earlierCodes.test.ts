import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { EarlierCodes } from './earlierCodes.ts';
import { indexedRow, testLibrary } from './testLibrary.ts';
import { TEST_VOCABULARY, testId, testRow } from './testRows.ts';
import { textOfVocabulary, vocabularyOfText } from './vocabularyText.ts';

const BEFORE = { ...TEST_VOCABULARY, version: 'before' };

test('codes of an earlier version are the same from rows and from segments, with a person’s words, without those of other versions', async () => {
  const { library, gallery } = testLibrary(`earlier ${crypto.randomUUID()}`);
  await library.open();
  const old = { version: 'before' };
  const rows = [
    testRow(testId('a'), [0.9, 0.1, 0.1], 3, [1, 2, 3], old),
    testRow(testId('b'), [0.1, 0.9, 0.1], 7, [4, 5, 6], old),
    testRow(testId('c'), [0.1, 0.1, 0.9], 9, [7, 8, 1]),
  ];
  for (const row of rows) await library.add(indexedRow(row), new File([], row.name));
  await library.correct(testId('b'), 'sofa', 'absent');
  await library.earlier.remember(BEFORE);

  const told = async () => {
    const search = await new EarlierCodes(gallery, library.columns).of('before');
    return ['a', 'b', 'c'].map((word) => {
      const number = library.columns.numberOf(testId(word))!;
      if (!search!.has(number)) return null;
      const row = search!.codes.rowOf(number);
      return { code: [...search!.codes.codes.words(row + 1).slice(2 * row)], p: [...search!.probabilities(number)] };
    });
  };
  const fromRows = await told();
  expect(fromRows[0]!.code).toEqual([0b111, 0]);
  expect(fromRows[1]!.p[1]).toBe(0);
  expect(fromRows[2]).toBeNull();
  await gallery.pack();
  expect(await gallery.newPhotos()).toEqual([]);
  expect(await told()).toEqual(fromRows);
});

test('a version of which nobody knows the categories any more is not searched', async () => {
  const { library } = testLibrary(`earlier ${crypto.randomUUID()}`);
  await library.open();
  expect(await library.earlier.of('never seen')).toBeNull();
});

test('a stored vocabulary is read back, and anything else is none', () => {
  expect(vocabularyOfText(textOfVocabulary(BEFORE))).toEqual({ ...BEFORE, vectors: null });
  for (const text of ['', 'x', '7', '{}', '{"version":"a","bitsPerCategory":8,"categories":[{"name":"a"}]}'])
    expect(vocabularyOfText(text)).toBeNull();
});
