import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAtLoad, shownTexts } from '../tools/architecture/shownText.ts';

/** All that the page says stands in `shared/language`: what is written anywhere else would be English for everybody. */

const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/ui/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|cases)\.tsx?$|\/testPage\.tsx$|\/shared\/language\//.test(path));

/** Names that are the same in every language. */
const SAME = new Set([
  // The file of weights, the names of features as tables of browsers have them, what an index file begins with.
  'bvlc_googlenet',
  'Web Workers',
  'Web Locks',
  'Web Crypto',
  'This is not an index',
]);

test('no component, store or model holds words that a person sees', () => {
  const held = files.flatMap((path) =>
    shownTexts(path, readFileSync(path, 'utf8'))
      .filter(({ text }) => !SAME.has(text))
      .map(({ line, text }) => `${path}:${line}: ${text}`),
  );
  expect(held).toEqual([]);
});

test('what the page says is read when it is shown, never while a module loads', () => {
  const early = files.flatMap((path) =>
    readAtLoad(path, readFileSync(path, 'utf8'), 'say').map((line) => `${path}:${line}`),
  );
  expect(early).toEqual([]);
});
