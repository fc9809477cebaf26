import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { names } from './names.ts';
import { byThis, NOUNS, noSuch, thisOne, withOne } from './nouns.ts';
import { synonyms } from './synonyms.ts';

/** Every category that the page may know, as it is written there, and its group. */
interface Vocabulary {
  readonly groups: readonly { readonly name: string; readonly categories: readonly string[] }[];
}

const SPELT: Readonly<Record<string, string>> = {
  diningtable: 'dining table',
  pottedplant: 'potted plant',
  tvmonitor: 'TV or monitor',
};
const { groups }: Vocabulary = JSON.parse(readFileSync('public/models/vocabulary.json', 'utf8'));
const categories = groups.flatMap((group) => group.categories.map((name) => SPELT[name] ?? name));

test('all eighty categories and their groups have a German name of their own', () => {
  expect([...NOUNS.keys()].sort()).toEqual([...categories].sort());
  expect(new Set(categories.map(names.category)).size).toBe(80);
  for (const { name } of [...groups, { name: 'other' }]) expect(names.group(name)).not.toBe(name);
});

test('a category is named with the words that go with its gender', () => {
  expect(['dog', 'cat', 'car', 'skis', 'bear'].map(thisOne)).toEqual([
    'dieser Hund',
    'diese Katze',
    'dieses Auto',
    'diese Skier',
    'dieser Bär',
  ]);
  expect(['dog', 'cat', 'car', 'skis', 'bear'].map(byThis)).toEqual([
    'diesem Hund',
    'dieser Katze',
    'diesem Auto',
    'diesen Skiern',
    'diesem Bären',
  ]);
  expect(['dog', 'cat', 'skis'].map(noSuch)).toEqual(['kein Hund', 'keine Katze', 'keine Skier']);
  expect(['bear', 'skis'].map(withOne)).toEqual(['mit Bär', 'mit Skiern']);
});

test('what a person taught keeps its name, in sentences that need no gender', () => {
  expect([names.category, thisOne, byThis, noSuch, withOne].map((of) => of('Bella'))).toEqual([
    'Bella',
    '„Bella“',
    '„Bella“',
    'nicht „Bella“',
    'mit „Bella“',
  ]);
});

test('every form of a name and every other word for it means one category', () => {
  const meant = new Map<string, string>();
  for (const [id, { one, many }] of NOUNS) {
    for (const word of new Set([one, many].map(plain))) {
      expect(meant.get(word), word).toBeUndefined();
      meant.set(word, id);
    }
  }
  for (const [word, id] of meant) expect(synonyms.get(word), word).toBe(id);
  for (const [word, id] of synonyms) {
    expect(plain(word)).toBe(word);
    expect(NOUNS.has(id), word).toBe(true);
  }
});
