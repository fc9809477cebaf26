import { expect, test } from 'vitest';
import { ASK_ALL } from '../../shared/route/ask.ts';
import { lineOptions } from './lineOptions.ts';

const state = {
  ask: ASK_ALL,
  completions: {
    categories: ['cat', 'dog', 'person'],
    counts: [1, 2, 3],
    folders: [],
    folderCounts: [],
    cameras: [],
    cameraCounts: [],
    months: [],
    albums: [],
  },
  remembered: { recent: ['#/?word=a'], saved: [{ name: 'Mine', hash: '#/?word=b' }] },
  today: new Date(2026, 10, 29),
};
const offered = (line: string) =>
  lineOptions({ ...state, line }).options.map((option) => ('text' in option ? option.text : option.kind));

test('an empty line offers what was saved, then what was asked last', () => {
  expect(offered(' ')).toEqual(['saved', 'recent', 'favourites', 'nothing recognised']);
});

test('a line is said back as it was understood, then completed', () => {
  expect(offered('dog -per')).toEqual(['dog · not person']);
  expect(offered('dog per')).toEqual(['dog · person', 'dog, named “per”']);
  expect(offered('dog 2019')).toEqual(['dog, 2019']);
  expect(offered('dog')).toEqual(['dog']);
  expect(offered('beach')).toEqual(['named “beach”']);
});

test('each option asks for what it says, on top of what is asked already', () => {
  const ask = { ...ASK_ALL, words: ['beach'] };
  const { options } = lineOptions({ ...state, ask, line: 'dog -per' });
  expect(options.map((option) => 'ask' in option && option.ask)).toEqual([
    {
      ...ask,
      chips: [
        { category: 'dog', role: 'all', like: null },
        { category: 'person', role: 'none', like: null },
      ],
    },
  ]);
});

test('what cannot be ruled out is said and not asked', () => {
  const { problems, ask } = lineOptions({ ...state, line: '-beach' });
  expect(problems).toEqual(['Only categories can be ruled out, not “beach”.']);
  expect(ask).toBeNull();
});
