import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASK_ALL, type Ask, narrows } from '../route/ask.ts';
import { anyAsk } from '../route/route.cases.ts';
import { withTerms } from './lineTerm.ts';
import { parseLine } from './parseLine.ts';
import { askInWords, sentenceParts, withoutPart } from './sentence.ts';

const VOCABULARY = { categories: ['person', 'chair', 'dog', 'cat'], folders: ['2019/Rome'], cameras: [], albums: [] };
const asked = (line: string): Ask => withTerms(ASK_ALL, parseLine(line, VOCABULARY, new Date(2026, 10, 29)).terms);

test('a question is said as a sentence', () => {
  const said: Record<string, string> = {
    '': 'all photos',
    'person chair -dog': 'person and chair, not dog',
    'dog or cat': 'dog or cat',
    'person dog or cat': 'person and dog or cat',
    'only dog': 'only dog',
    '-dog': 'not dog',
    'dog june 2021 beach': 'dog, June 2021, named “beach”',
    '2019/Rome': 'in Rome',
    'nothing recognised 2019': 'nothing recognised, 2019',
  };
  for (const [line, sentence] of Object.entries(said)) expect(askInWords(asked(line))).toBe(sentence);
});

test('an object of a photo is "this dog"', () => {
  const like = { of: { kind: 'photo', id: 'a' } as const, region: null };
  expect(askInWords({ ...ASK_ALL, chips: [{ category: 'dog', role: 'all', like }] })).toBe('this dog');
});

test('a plain sentence is read as the question that it says', () => {
  const category = fc.constantFrom(...VOCABULARY.categories);
  const role = fc.constantFrom('all' as const, 'any' as const, 'none' as const);
  fc.assert(
    fc.property(fc.uniqueArray(category), fc.array(role, { minLength: 4, maxLength: 4 }), (names, roles) => {
      const terms = names.map((name, i) => ({ kind: 'category', category: name, role: roles[i] ?? 'all' }) as const);
      const ask = withTerms(ASK_ALL, terms);
      // "person and dog or cat" has two readings; the sentence says it with the alternatives last.
      const alternatives = ask.chips.filter((chip) => chip.role === 'any').length;
      fc.pre(alternatives === 0 || alternatives >= 2);
      const again = asked(askInWords(ask).replace('all photos', ''));
      const byName = (chips: Ask['chips']) => [...chips].sort((a, b) => a.category.localeCompare(b.category));
      expect(byName(again.chips)).toEqual(byName(ask.chips));
    }),
  );
});

test('what is taken away part by part leaves all photos', () => {
  fc.assert(
    fc.property(anyAsk, (ask) => {
      let left = ask;
      let steps = 0;
      for (let part = sentenceParts(left)[0]; part !== undefined; part = sentenceParts(left)[0]) {
        left = withoutPart(left, part.part);
        steps++;
      }
      expect(narrows(left)).toBe(false);
      expect(steps).toBeLessThanOrEqual(20);
    }),
  );
});
