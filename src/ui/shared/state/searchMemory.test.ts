import { expect, test } from 'vitest';
import { ASK_ALL } from '../route/ask.ts';
import { GALLERY, routeFromHash, searchBase } from '../route/route.ts';
import { SearchMemory } from './searchMemory.ts';

function kept() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  };
}
const words = (...all: string[]) => ({ ...GALLERY, ask: { ...ASK_ALL, words: all } });
const recent = (memory: SearchMemory) => memory.getSnapshot().recent.map((hash) => routeFromHash(hash).base);

test('searches outlive the page, the last one first and each once', () => {
  const storage = kept();
  const memory = new SearchMemory(storage);
  for (const word of ['a', 'b', 'a']) memory.remember(words(word));
  memory.save('Mine', words('c'));
  const later = new SearchMemory(storage);
  expect(recent(later)).toEqual([words('a'), words('b')]);
  expect(later.getSnapshot().saved).toEqual([{ name: 'Mine', hash: '#/?word=c' }]);
});

test('a search that was made more precise is kept once', () => {
  const memory = new SearchMemory(null);
  memory.remember(words('a'));
  memory.remember(words('a', 'b'), words('a'));
  expect(recent(memory)).toEqual([words('a', 'b')]);
});

test('only what can be searched for again is remembered', () => {
  const memory = new SearchMemory(null);
  memory.remember(GALLERY);
  memory.remember(searchBase({ kind: 'file', key: '1' }));
  memory.remember({ view: 'duplicates' });
  expect(recent(memory)).toEqual([]);
  memory.remember(searchBase({ kind: 'photo', id: 'x' }));
  expect(recent(memory)).toHaveLength(1);
});

test('a search is remembered once, however its answer was looked at', () => {
  const memory = new SearchMemory(null);
  const search = searchBase({ kind: 'photo', id: 'x' });
  memory.remember(search);
  memory.remember({ ...search, tab: 'grouped', group: 'cat', within: { similar: 9, grouped: null } });
  expect(recent(memory)).toEqual([search]);
});

test('what a person takes away is gone, also from what is stored', () => {
  const storage = kept();
  const memory = new SearchMemory(storage);
  for (const word of ['a', 'b', 'c']) memory.remember(words(word));
  memory.forget('#/?word=b');
  expect(recent(memory)).toEqual([words('c'), words('a')]);
  memory.save('Mine', words('a'));
  memory.removeSaved('Mine');
  memory.forgetRecent();
  expect([...storage.items.values()]).toEqual(['{"recent":[],"saved":[]}']);
});

test('a storage that is forbidden or holds something else does no harm', () => {
  const forbidden = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
  };
  const memory = new SearchMemory(forbidden);
  memory.remember(words('a'));
  expect(recent(memory)).toEqual([words('a')]);
  expect(new SearchMemory({ ...kept(), getItem: () => '{"recent":[1],"saved":7}' }).getSnapshot().recent).toEqual([]);
});
