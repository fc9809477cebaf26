import { afterEach, expect, test } from 'vitest';
import type { GalleryChange } from '../api/changes.ts';
import type { IndexingProgress } from '../api/pipeline.ts';
import { Tabs } from './tabs.ts';
import { tabLinks } from './testTabs.ts';

let links = tabLinks();
afterEach(() => {
  links.close();
  links = tabLinks();
});

/** A tab, and a promise of the next change that it hears of. */
function tab() {
  const heard: GalleryChange[] = [];
  let told = (): void => {};
  const tabs = new Tabs((change) => {
    heard.push(change);
    told();
  }, links.next());
  const hears = async (count: number): Promise<readonly GalleryChange[]> => {
    while (heard.length < count) await new Promise<void>((resolve) => (told = resolve));
    return heard;
  };
  return { tabs, heard, hears };
}

const PROGRESS: IndexingProgress = {
  done: 0,
  failed: 0,
  already: 0,
  left: 2,
  current: 'a.jpg',
  etaSeconds: null,
  where: 'here',
};

test('a change in one tab is heard in every other one, and not in its own', async () => {
  const [first, second, third] = [tab(), tab(), tab()];
  first.tabs.tell({ kind: 'removed', ids: ['a'] });
  expect(await second.hears(1)).toEqual([{ kind: 'removed', ids: ['a'] }]);
  expect(await third.hears(1)).toEqual([{ kind: 'removed', ids: ['a'] }]);
  expect(first.heard).toEqual([]);
});

test('one tab indexes at a time; another is told that it waits, and has its turn afterwards', async () => {
  const [first, second] = [tab().tabs, tab().tabs];
  const order: string[] = [];
  let finish = (): void => {};
  const running = first.exclusively(
    () => new Promise<void>((resolve) => (finish = resolve)).then(() => void order.push('first')),
    () => order.push('first waits'),
  );
  const waiting = second.exclusively(
    async () => void order.push('second'),
    () => {
      order.push('second waits');
      finish();
    },
  );
  await Promise.all([running, waiting]);
  expect(order).toEqual(['second waits', 'first', 'second']);
});

test('a tab that is closed in the middle of indexing is seen to have ended', async () => {
  const [indexing, watching] = [tab(), tab()];
  let close = (): void => {};
  const run = indexing.tabs.exclusively(
    () => new Promise<void>((resolve) => (close = resolve)),
    () => {},
  );
  indexing.tabs.tell({ kind: 'indexing', indexing: PROGRESS });
  await watching.hears(1);
  close();
  await run;
  expect(await watching.hears(2)).toEqual([
    { kind: 'indexing', indexing: PROGRESS },
    { kind: 'indexing', indexing: null },
  ]);
});

test('the end of work that failed gives the turn to the next tab', async () => {
  const [first, second] = [tab().tabs, tab().tabs];
  const failing = first.exclusively(
    () => Promise.reject(new Error('engine')),
    () => {},
  );
  await expect(failing).rejects.toThrow('engine');
  const ran: string[] = [];
  await second.exclusively(
    async () => void ran.push('second'),
    () => ran.push('waits'),
  );
  expect(ran).toEqual(['second']);
});
