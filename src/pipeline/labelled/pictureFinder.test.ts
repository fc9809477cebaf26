import { expect, test } from 'vitest';
import { pictureFinder } from './pictureFinder.ts';

test.each([
  ['the whole name', 'a.jpg', 'a.jpg'],
  ['the name without its ending', 'a', 'a.jpg'],
  ['another ending than the file has', 'a.png', 'a.jpg'],
  ['a path of another machine', 'C:\\label me\\a.jpg', 'a.jpg'],
  ['a path with forward slashes', '/home/x/a.jpg', 'a.jpg'],
  ['dots in the name', 'v1.2', 'v1.2.JPEG'],
  ['accents composed, on a disk that has them decomposed', 'Caf\u00e9.jpg', 'Cafe\u0301.jpg'],
  ['a file that is not there', 'b', undefined],
  ['nothing', '', undefined],
])('%s', (_, written, found) => {
  expect(pictureFinder(['a.jpg', 'a.txt', 'v1.2.JPEG', 'Cafe\u0301.jpg'])(written)).toBe(found);
});
