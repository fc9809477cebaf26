import { expect, test } from 'vitest';
import { testRow } from '../library/testRows.ts';
import { duplicateGroups } from './duplicateGroups.ts';

const LOOKS = new Uint32Array(4);
const photo = (
  id: string,
  fingerprint: number,
  sides: readonly [number, number] = [40, 30],
  appearance: Uint32Array = LOOKS,
) =>
  testRow(id, [0, 0, 0], 0, [0, 0, 0], {
    fingerprint: Uint32Array.of(fingerprint, 0),
    width: sides[0],
    height: sides[1],
    appearance,
  });
const file = (id: string, path: string) => ({ id, path, size: 1, lastModified: 1 });

test('one content at two paths is exact; one look in two files is near', () => {
  const groups = duplicateGroups(
    [photo('a', 0), photo('b', 0b111, [80, 60]), photo('c', 0xffff)],
    [file('a', 'a.jpg'), file('a', 'backup/a.jpg'), file('b', 'small/a.jpg'), file('c', 'c.jpg')],
    [],
  );
  expect(groups).toEqual([
    { kind: 'exact', ids: ['a'], paths: ['a.jpg', 'backup/a.jpg'] },
    { kind: 'near', ids: ['a', 'b'], paths: ['a.jpg', 'backup/a.jpg', 'small/a.jpg'] },
  ]);
});

test('photos that look unlike are no duplicates, though their perceptual hashes agree, as those of all plain pictures do', () => {
  const other = photo('b', 0, [40, 30], Uint32Array.of(0xffffffff, 0xffffffff, 0, 0));
  expect(duplicateGroups([photo('a', 0), other], [], [])).toEqual([]);
  // Codes of two versions are not compared.
  expect(duplicateGroups([photo('a', 0), { ...other, version: 'before' }], [], [])).toHaveLength(1);
});

test('another crop is no duplicate, however alike', () => {
  expect(duplicateGroups([photo('a', 0), photo('b', 0, [40, 20])], [], [])).toEqual([]);
});

test('what a person told apart stays apart, whichever came first', () => {
  const photos = [photo('b', 0), photo('a', 0), photo('c', 0)];
  for (const rows of [photos, [...photos].reverse()])
    expect(duplicateGroups(rows, [], [{ first: 'a', second: 'b' }]).map(({ ids }) => ids)).toEqual([['a', 'c']]);
});

test('a pair told apart whose photos are gone is of no account', () => {
  const photos = [photo('a', 0), photo('b', 0)];
  expect(duplicateGroups(photos, [], [{ first: 'a', second: 'gone' }]).map(({ ids }) => ids)).toEqual([['a', 'b']]);
});
