import { expect, test } from 'vitest';
import { parseVocImageSet } from './vocImageSet.ts';

const of = (text: string, ...known: string[]) => {
  const { ids, unknown } = parseVocImageSet(text, new Set(known));
  return [[...ids], unknown];
};

test('an image set gives its ids with or without a second column, whatever ends its lines', () => {
  expect(of('000005\n000007  1\r\n\n000009 -1\r000011', '000005', '000007', '000009', '000011')).toEqual([
    ['000005', '000007', '000009', '000011'],
    [],
  ]);
});

test('a name with spaces is one name, even where it ends as a second column would', () => {
  expect(of('test picture 0\nat the sea -1\nparty 1 1\n', 'test picture 0', 'at the sea', 'party 1', 'party')).toEqual([
    ['test picture 0', 'at the sea', 'party 1'],
    [],
  ]);
});

test('paths and endings are understood', () => {
  expect(of('JPEGImages/a.jpg\nC:\\photos\\b.PNG 1\nc.v2\n', 'a', 'b', 'c.v2')).toEqual([['a', 'b', 'c.v2'], []]);
});

test('a line that names no photo of the folder is given back', () => {
  expect(of('a\nlost one\n', 'a')).toEqual([['a'], ['lost one']]);
});
