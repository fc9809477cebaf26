import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASK_ALL } from '../route/ask.ts';
import { tidied } from '../route/chipList.ts';
import { type LineTerm, withTerms } from './lineTerm.ts';
import { parseLine } from './parseLine.ts';
import type { Vocabulary } from './vocabulary.ts';

const TODAY = new Date(2026, 10, 29);
const VOCABULARY: Vocabulary = {
  categories: ['aeroplane', 'cat', 'dining table', 'dog', 'person', 'potted plant', 'sofa', 'TV or monitor', 'Bella'],
  folders: ['2019', '2019/Rome', 'card'],
  cameras: ['Apple iPhone 12', 'Canon EOS 5D', 'Canon EOS R6'],
  albums: ['Best of'],
};
const read = (line: string) => parseLine(line, VOCABULARY, TODAY);
const category = (name: string, role: 'all' | 'any' | 'none' | 'only' = 'all'): LineTerm => ({
  kind: 'category',
  category: name,
  role,
});
const word = (one: string): LineTerm => ({ kind: 'word', word: one });
const year = (one: number): LineTerm => ({ kind: 'taken', span: { from: `${one}-01-01`, until: `${one + 1}-01-01` } });

describe('a line is read as it is meant', () => {
  test.each<[string, LineTerm[]]>([
    ['', []],
    ['dog -person 2019', [category('dog'), category('person', 'none'), year(2019)]],
    ['person and chair, not dog', [category('person'), word('chair'), category('dog', 'none')]],
    ['dogs or cats', [category('dog', 'any'), category('cat', 'any')]],
    ['dog|cat|sofa', [category('dog', 'any'), category('cat', 'any'), category('sofa', 'any')]],
    ['person dog or cat', [category('person'), category('dog', 'any'), category('cat', 'any')]],
    ['only cat', [category('cat', 'only')]],
    ['Dining  Table', [category('dining table')]],
    ['tv or monitor', [category('TV or monitor')]],
    ['tv or couch', [category('TV or monitor', 'any'), category('sofa', 'any')]],
    ['people without plants', [category('person'), category('potted plant', 'none')]],
    ['bella', [category('Bella')]],
    ['airplanes', [category('aeroplane')]],
    ['cat last summer', [category('cat'), { kind: 'taken', span: { from: '2026-06-01', until: '2026-09-01' } }]],
    ['june 2021 beach', [{ kind: 'taken', span: { from: '2021-06-01', until: '2021-07-01' } }, word('beach')]],
    ['iphone 12', [{ kind: 'camera', name: 'Apple iPhone 12' }]],
    ['canon', [word('canon')]],
    ['camera:r6', [{ kind: 'camera', name: 'Canon EOS R6' }]],
    ['folder:rome', [{ kind: 'folder', path: '2019/Rome' }]],
    ['folder:"new photos"', [{ kind: 'folder', path: 'new photos' }]],
    ['2019/Rome', [{ kind: 'folder', path: '2019/Rome' }]],
    ['best of', [{ kind: 'album', name: 'Best of' }]],
    ['favourites nothing recognised', [{ kind: 'favourites' }, { kind: 'unrecognised' }]],
    ['"dog" name:2019', [word('dog'), word('2019')]],
    ['IMG_2041.jpg', [word('IMG_2041.jpg')]],
    ['well-known', [word('well-known')]],
    ['"half a quote', [word('half a quote')]],
  ])('%s', (line, terms) => {
    expect(read(line)).toEqual({ terms, problems: [] });
  });
});

test('what only categories can do is said, and the rest of the line still counts', () => {
  expect(read('cat -beach')).toEqual({
    terms: [category('cat')],
    problems: ['Only categories can be ruled out, not “beach”.'],
  });
});

test('any line is read, and what it leaves is a question that a sentence can say', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'dog',
      'cats',
      'or',
      '-',
      'not',
      'only',
      'and',
      '"',
      '2019',
      'last',
      'summer',
      'tv',
      ':',
      'folder:',
      '|',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const ask = withTerms(ASK_ALL, read(pieces.join(' ')).terms);
      expect(tidied(ask.chips)).toEqual(ask.chips);
      for (const one of ask.words) expect(one).not.toBe('');
    }),
  );
});

test('every name that Facet knows is read as what it names', () => {
  for (const name of VOCABULARY.categories) expect(read(name).terms).toEqual([category(name)]);
  for (const name of VOCABULARY.cameras) expect(read(name).terms).toEqual([{ kind: 'camera', name }]);
});
