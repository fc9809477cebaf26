import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { afterChange, OPENING, type PipelineChange } from '../api/changes.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { Library } from './library.ts';
import { numberedSummary } from './numberedSummary.ts';
import { indexedRow, testLibrary } from './testLibrary.ts';
import { testId, testRow } from './testRows.ts';

const [A, B, C, D, OLD] = ['a', 'b', 'c', 'd', 'old'].map(testId) as [string, string, string, string, string];
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

/** The photos in memory. */
function ids({ columns }: Library): string[] {
  return Array.from({ length: columns.facts.end }, (_, number) => (columns.has(number) ? [columns.idOf(number)] : []))
    .flat()
    .sort();
}

/** Those of them whose codes are of another version. */
function outdated(library: Library): string[] {
  return ids(library).filter((id) => numberedSummary(library.columns, library.columns.numberOf(id) ?? -1, 3)?.outdated);
}

function summary(library: Library, id: string) {
  return numberedSummary(library.columns, library.columns.numberOf(id) ?? -1, 3);
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
  const { library } = testLibrary(name);
  await library.open();
  await library.learn();
  await library.add(indexedRow(row(A)), FILE);
  expect(library.known(A)?.version).toBe('now');
  expect(ids(library)).toEqual([A]);
  const again = testLibrary(name);
  await again.library.open();
  expect(ids(again.library)).toEqual([A]);
});

test('memory and disk hold the same photos whatever is added, corrected and removed', async () => {
  const { library, gallery } = testLibrary(ownName());
  await library.open();
  for (const id of [A, B, C, D]) await library.add(indexedRow(row(id)), FILE);
  await library.correct(B, 'sofa', 'present');
  await library.remove([A, D]);
  const stored = await gallery.photos();
  expect(stored.map(({ id }) => id)).toEqual([B, C]);
  expect(library.columns.count).toBe(2);
  expect(ids(library)).toEqual([B, C]);
  await library.removeAll();
  expect([await gallery.photos(), library.columns.count, ids(library)]).toEqual([[], 0, []]);
});

test('a correction is laid over the probabilities and known by the category name alone', async () => {
  const { library } = testLibrary(ownName());
  await library.add(indexedRow(row(A)), FILE);
  await library.correct(A, 'sofa', 'present');
  await library.correct(A, 'bicycle', 'absent');
  expect([...(await library.detail(A)).analysis.probabilities]).toEqual([0, 1, Math.fround(0.1)]);
  expect(await library.corrections(A)).toEqual(
    new Map([
      ['sofa', 'present'],
      ['bicycle', 'absent'],
    ]),
  );
  await library.correct(A, 'sofa', null);
  expect([...(await library.corrections(A)).keys()]).toEqual(['bicycle']);
  await expect(library.correct(A, 'yeti', 'present')).rejects.toThrow(
    'categoryIndex: got the category "yeti", wanted one of bicycle, sofa, person',
  );
});

test('photos of another version are outdated once the network is known, until they are indexed again', async () => {
  const name = ownName();
  const before = testLibrary(name);
  await before.library.add(indexedRow(row(OLD, { version: 'before' })), FILE);
  const { library } = testLibrary(name);
  await library.open();
  expect(outdated(library)).toEqual([]);
  await library.learn();
  expect(outdated(library)).toEqual([OLD]);
  await library.add(indexedRow(row(OLD)), FILE);
  expect(outdated(library)).toEqual([]);
});

test('a quarantined file can be tried again while the page holds it, and is released with its photo', async () => {
  const name = ownName();
  const { library, told } = testLibrary(name);
  await library.quarantine.put(photo('bad.jpg'), '', 'It is cut short.');
  await library.quarantine.put(photo('a.jpg'), '', 'It is empty.');
  expect(page(told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'again' }, { path: 'a.jpg' }]);
  expect(library.quarantine.heldFiles(['bad.jpg']).map(({ path }) => path)).toEqual(['bad.jpg']);
  await library.add(indexedRow(row(A, { path: 'a.jpg' })), FILE);
  expect(page(told).quarantined.map(({ path }) => path)).toEqual(['bad.jpg']);

  const reloaded = testLibrary(name);
  await reloaded.library.open();
  expect(page(reloaded.told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'dropAgain' }]);
  expect(() => reloaded.library.quarantine.heldFiles(['bad.jpg'])).toThrow(
    'no longer holds it. Drop the file once more.',
  );
  await reloaded.library.quarantine.dismiss('bad.jpg');
  expect(page(reloaded.told).quarantined).toEqual([]);
});

test('two broken files of one path are two, and each goes with its own content', async () => {
  const { library, gallery, told } = testLibrary(ownName());
  const [one, other] = ['1', '2'].map((digit) => digit.repeat(64)) as [string, string];
  const path = 'scans/scan001.bmp';
  await library.quarantine.put(photo(path), one, 'It is cut short.');
  await library.quarantine.put(photo(path), other, 'It is cut short.');
  await library.quarantine.put(photo(path), one, 'It is cut short again.');
  expect(page(told).quarantined.map(({ reason }) => reason)).toEqual(['It is cut short.', 'It is cut short again.']);
  expect(await gallery.quarantined()).toHaveLength(2);
  await library.add(indexedRow(row(one, { path })), FILE);
  const [left] = page(told).quarantined;
  expect(page(told).quarantined).toHaveLength(1);
  expect(left).toMatchObject({ path, reason: 'It is cut short.' });
  await library.quarantine.dismiss(left!.key);
  expect([page(told).quarantined, await gallery.quarantined()]).toEqual([[], []]);
});

test('before everything is removed the runs of all tabs stop, and nothing is removed while another tab indexes', async () => {
  const steps: string[] = [];
  const { library } = testLibrary(ownName(), ({ kind }) => steps.push(`told ${kind}`), {
    stop: async () => void steps.push('stopped'),
    exclusively: async (work) => {
      steps.push('alone');
      await work();
    },
  });
  await library.add(indexedRow(row(A)), FILE);
  steps.length = 0;
  await library.removeAll();
  expect(steps).toEqual(['told emptying', 'stopped', 'alone', 'told emptied']);
  expect(ids(library)).toEqual([]);
  steps.length = 0;
  library.follow({ kind: 'emptying' });
  await library.remove([]);
  expect(steps[0]).toBe('stopped');
});

test('the other tab follows every change: photos, corrections, quarantine, removal', async () => {
  const { first, second, settled } = twoTabs();
  await Promise.all([first.library.open(), second.library.open()]);
  await second.library.learn();
  await first.library.add(indexedRow(row(A)), FILE);
  await first.library.add(indexedRow(row(B)), FILE);
  await first.library.correct(B, 'person', 'present');
  await first.library.quarantine.put(photo('bad.jpg'), '', 'It is empty.');
  await settled();
  expect(ids(second.library)).toEqual([A, B]);
  expect(await second.library.corrections(B)).toEqual(new Map([['person', 'present']]));
  expect(summary(second.library, B)?.probabilities[2]).toBe(1);
  expect(page(second.told).quarantined).toMatchObject([{ path: 'bad.jpg', retry: 'dropAgain' }]);
  await first.library.remove([A]);
  await settled();
  expect(ids(second.library)).toEqual([B]);
  await second.library.removeAll();
  await settled();
  expect([ids(first.library), first.library.columns.count, page(first.told).quarantined]).toEqual([[], 0, []]);
});

test('an import is read by every tab', async () => {
  const { first, second, settled } = twoTabs();
  await second.library.learn();
  const { photo: imported, analysis } = indexedRow(row(A, { version: 'before' }));
  await first.gallery.merge({ photo: imported, analysis, thumbnail: null, files: [] });
  await first.library.imported();
  await settled();
  expect([ids(first.library), ids(second.library)]).toEqual([[A], [A]]);
  expect(outdated(second.library)).toEqual([A]);
  expect(summary(second.library, A)?.pictured).toBe(false);
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
  await expect(library.detail(testId('nobody'))).rejects.toThrow('This photo is no longer in the gallery.');
});
