import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { afterChange, OPENING, type PipelineChange } from '../api/changes.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { Library } from './library.ts';
import { indexedRow, testLibrary } from './testLibrary.ts';
import { testRow } from './testRows.ts';

const FILE = new File(['pixels'], 'a.jpg');

function row(id: string, changes: Parameters<typeof testRow>[4] = {}) {
  return testRow(id, [0.9, 0.1, 0.1], 0, [0, 0, 0], changes);
}

function photo(path: string): PhotoFile {
  return { file: new File(['x'], path), path };
}

function ownName(): string {
  return `library ${crypto.randomUUID()}`;
}

/** What the page shows after these changes. */
function page(told: readonly PipelineChange[]) {
  return told.reduce(afterChange, OPENING);
}

function ids(told: readonly PipelineChange[]): string[] {
  return page(told)
    .photos.map(({ id }) => id)
    .sort();
}

/** Two tabs of one origin: what one tells reaches the other at once. */
function twoTabs() {
  const name = ownName();
  const both: Library[] = [];
  const first = testLibrary(name, (change) => both[1]?.follow(structuredClone(change)));
  const second = testLibrary(name, (change) => both[0]?.follow(structuredClone(change)));
  both.push(first.library, second.library);
  /** Until everything that was told has been taken over: removing nothing waits for it. */
  const settled = () => Promise.all(both.map((library) => library.remove([])));
  return { first, second, settled };
}

test('what is added is in memory, on the page and on the disk', async () => {
  const name = ownName();
  const { library, told } = testLibrary(name);
  await library.open();
  await library.learn();
  await library.add(indexedRow(row('a')), FILE);
  expect(library.rows.get('a')?.version).toBe('now');
  expect(ids(told)).toEqual(['a']);
  const again = testLibrary(name);
  await again.library.open();
  expect(ids(again.told)).toEqual(['a']);
});

test('memory and disk hold the same photos whatever is added, corrected and removed', async () => {
  const { library, gallery, told } = testLibrary(ownName());
  await library.open();
  for (const id of ['a', 'b', 'c', 'd']) await library.add(indexedRow(row(id)), FILE);
  await library.correct('b', 'sofa', 'present');
  await library.remove(['a', 'd']);
  const stored = await gallery.photos();
  expect(stored.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(library.rows.all()).toEqual(stored);
  expect(ids(told)).toEqual(['b', 'c']);
  await library.removeAll();
  expect([await gallery.photos(), library.rows.all(), ids(told)]).toEqual([[], [], []]);
});

test('a correction is laid over the probabilities and known by the category name alone', async () => {
  const { library, told } = testLibrary(ownName());
  await library.add(indexedRow(row('a')), FILE);
  await library.correct('a', 'sofa', 'present');
  await library.correct('a', 'bicycle', 'absent');
  expect([...page(told).photos[0]!.probabilities]).toEqual([0, 1, Math.fround(0.1)]);
  expect([...(await library.detail('a')).analysis.probabilities]).toEqual([0, 1, Math.fround(0.1)]);
  expect(await library.corrections('a')).toEqual(
    new Map([
      ['sofa', 'present'],
      ['bicycle', 'absent'],
    ]),
  );
  await library.correct('a', 'sofa', null);
  expect([...(await library.corrections('a')).keys()]).toEqual(['bicycle']);
  await expect(library.correct('a', 'yeti', 'present')).rejects.toThrow(
    'categoryIndex: got the category "yeti", wanted one of bicycle, sofa, person',
  );
});

test('photos of another version are outdated once the network is known, until they are indexed again', async () => {
  const name = ownName();
  const before = testLibrary(name);
  await before.library.add(indexedRow(row('old', { version: 'before' })), FILE);
  const { library, told } = testLibrary(name);
  await library.open();
  expect(page(told).outdated).toEqual([]);
  await library.learn();
  expect(page(told).outdated).toEqual(['old']);
  await library.add(indexedRow(row('old')), FILE);
  expect(page(told).outdated).toEqual([]);
});

test('a quarantined file can be tried again while the page holds it, and is released with its photo', async () => {
  const name = ownName();
  const { library, told } = testLibrary(name);
  await library.quarantine(photo('bad.jpg'), '', 'It is cut short.');
  await library.quarantine(photo('a.jpg'), '', 'It is empty.');
  expect(page(told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'again' }, { path: 'a.jpg' }]);
  expect(library.heldFiles(['bad.jpg']).map(({ path }) => path)).toEqual(['bad.jpg']);
  await library.add(indexedRow(row('a', { path: 'a.jpg' })), FILE);
  expect(page(told).quarantined.map(({ path }) => path)).toEqual(['bad.jpg']);

  const reloaded = testLibrary(name);
  await reloaded.library.open();
  expect(page(reloaded.told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'dropAgain' }]);
  expect(() => reloaded.library.heldFiles(['bad.jpg'])).toThrow('no longer holds it. Drop the file once more.');
  await reloaded.library.dismissQuarantined('bad.jpg');
  expect(page(reloaded.told).quarantined).toEqual([]);
});

test('two broken files of one path are two, and each goes with its own content', async () => {
  const { library, gallery, told } = testLibrary(ownName());
  const [one, other] = ['1', '2'].map((digit) => digit.repeat(64)) as [string, string];
  const path = 'scans/scan001.bmp';
  await library.quarantine(photo(path), one, 'It is cut short.');
  await library.quarantine(photo(path), other, 'It is cut short.');
  await library.quarantine(photo(path), one, 'It is cut short again.');
  expect(page(told).quarantined.map(({ reason }) => reason)).toEqual(['It is cut short.', 'It is cut short again.']);
  expect(await gallery.quarantined()).toHaveLength(2);
  await library.add(indexedRow(row(one, { path })), FILE);
  const [left] = page(told).quarantined;
  expect(page(told).quarantined).toHaveLength(1);
  expect(left).toMatchObject({ path, reason: 'It is cut short.' });
  await library.dismissQuarantined(left!.key);
  expect([page(told).quarantined, await gallery.quarantined()]).toEqual([[], []]);
});

test('before everything is removed the runs of all tabs stop, and nothing is removed while another tab indexes', async () => {
  const steps: string[] = [];
  const { library, told } = testLibrary(ownName(), ({ kind }) => steps.push(`told ${kind}`), {
    stop: async () => void steps.push('stopped'),
    exclusively: async (work) => {
      steps.push('alone');
      await work();
    },
  });
  await library.add(indexedRow(row('a')), FILE);
  steps.length = 0;
  await library.removeAll();
  expect(steps).toEqual(['told emptying', 'stopped', 'alone', 'told emptied']);
  expect(ids(told)).toEqual([]);
  steps.length = 0;
  library.follow({ kind: 'emptying' });
  await library.remove([]);
  expect(steps[0]).toBe('stopped');
});

test('the other tab follows every change: photos, corrections, quarantine, removal', async () => {
  const { first, second, settled } = twoTabs();
  await Promise.all([first.library.open(), second.library.open()]);
  await second.library.learn();
  await first.library.add(indexedRow(row('a')), FILE);
  await first.library.add(indexedRow(row('b')), FILE);
  await first.library.correct('b', 'person', 'present');
  await first.library.quarantine(photo('bad.jpg'), '', 'It is empty.');
  await settled();
  expect(ids(second.told)).toEqual(['a', 'b']);
  expect(second.library.rows.get('b')?.corrections).toEqual({ person: 'present' });
  expect(page(second.told).photos.find(({ id }) => id === 'b')?.probabilities[2]).toBe(1);
  expect(page(second.told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'dropAgain' }]);
  await first.library.remove(['a']);
  await settled();
  expect(ids(second.told)).toEqual(['b']);
  await second.library.removeAll();
  await settled();
  expect([ids(first.told), first.library.rows.all(), page(first.told).quarantined]).toEqual([[], [], []]);
});

test('an import is read by every tab', async () => {
  const { first, second, settled } = twoTabs();
  await second.library.learn();
  const { photo: imported, analysis } = indexedRow(row('a', { version: 'before' }));
  await first.gallery.merge({ photo: imported, analysis, thumbnail: null, files: [] });
  await first.library.imported();
  await settled();
  expect([ids(first.told), ids(second.told)]).toEqual([['a'], ['a']]);
  expect(page(second.told).outdated).toEqual(['a']);
  expect(page(second.told).photos[0]?.pictured).toBe(false);
});

test("another tab's progress is shown as such, but not over one's own", async () => {
  const { first, second, settled } = twoTabs();
  const progress = { done: 0, failed: 0, already: 0, left: 2, current: 'a.jpg', etaSeconds: null } as const;
  first.library.report({ ...progress, where: 'here' });
  await settled();
  expect(page(second.told).indexing?.where).toBe('elsewhere');
  second.library.report({ ...progress, where: 'waiting' });
  first.library.report({ ...progress, left: 1, where: 'here' });
  await settled();
  expect(page(second.told).indexing).toMatchObject({ where: 'waiting', left: 2 });
});

test('a photo that is gone is said to be gone, in words for a person', async () => {
  const { library } = testLibrary(ownName());
  await library.open();
  await expect(library.detail('nobody')).rejects.toThrow('This photo is no longer in the gallery.');
});
