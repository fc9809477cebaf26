import { expect, test } from 'vitest';
import { ASK_ALL } from '../route/ask.ts';
import { withTerm, withTerms } from './lineTerm.ts';
import { parseLine } from './parseLine.ts';
import { type Completions, suggestions, waysIn } from './suggestions.ts';

const TODAY = new Date(2026, 10, 29);
const COMPLETIONS: Completions = {
  categories: ['bicycle', 'bird', 'cat', 'dining table', 'dog', 'person', 'sofa', 'TV or monitor'],
  counts: [1, 5, 2, 3, 9, 8, 0, 0],
  folders: ['2019', '2019/Rome'],
  folderCounts: [4, 2],
  cameras: ['Apple iPhone 12'],
  cameraCounts: [7],
  albums: ['Best of Rome'],
  months: [
    { start: new Date(2021, 5, 1).getTime(), count: 32 },
    { start: new Date(2019, 5, 1).getTime(), count: 4 },
  ],
};
const texts = (line: string) => suggestions(line, COMPLETIONS, TODAY).map(({ text }) => text);

test('what begins so is offered, that of the most photos first', () => {
  expect(texts('bi')).toEqual(['bird', 'bicycle']);
  expect(texts('ta')).toEqual(['dining table']);
  expect(texts('cou')).toEqual(['sofa']);
  expect(texts('rom')).toEqual(['Best of Rome', '2019/Rome']);
  expect(texts('iph')).toEqual(['Apple iPhone 12']);
  expect(texts('20')).toEqual(['2021', '2019', 'June 2021', 'June 2019', '2019', '2019/Rome']);
  expect(texts('last sum')).toEqual(['last summer']);
});

test('an empty line offers the years, folders and cameras of the most photos', () => {
  expect(waysIn(COMPLETIONS, TODAY).map(({ text }) => text)).toEqual([
    '2021',
    '2019',
    '2019',
    '2019/Rome',
    'Apple iPhone 12',
    'favourites',
    'nothing recognised',
  ]);
});

test('what is ruled out is a category', () => {
  expect(texts('dog -per')).toEqual(['not person']);
  expect(texts('-rom')).toEqual([]);
});

test('nothing is offered for nothing', () => {
  expect(texts('')).toEqual([]);
  expect(texts('dog ')).toEqual([]);
});

test('a suggestion completes the end of the line and leaves what stands before it', () => {
  const [first] = suggestions('-person din', COMPLETIONS, TODAY);
  const before = withTerms(ASK_ALL, parseLine(first!.head, COMPLETIONS, TODAY).terms);
  expect(withTerm(before, first!.term).chips).toEqual([
    { category: 'person', role: 'none', like: null },
    { category: 'dining table', role: 'all', like: null },
  ]);
});
