import { expect, test, vi } from 'vitest';
import { OPENING } from '../../../pipeline/api/changes.ts';
import type { FolderVerbs } from '../../../pipeline/api/folderVerbs.ts';
import type { KeptFolder } from '../../../pipeline/api/keptFolder.ts';
import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { Store } from '../store/store.ts';
import { Folders } from './folders.ts';
import type { RunEnd } from './intake.ts';
import { Notices } from './notices.ts';

/** A folder as the browser hands it out at a later visit. Real ones are in `e2e/journeys/folders.spec.ts`. */
function folderThatAsks(name: string, answer: PermissionState, unfinished: boolean): KeptFolder {
  let state: PermissionState = 'prompt';
  const handle = {
    name,
    queryPermission: async () => state,
    requestPermission: async () => {
      state = answer;
      return answer;
    },
  } as unknown as FileSystemDirectoryHandle;
  return { name, handle, unfinished };
}

/** The browser's locks, of one tab. */
function locks(): Pick<LockManager, 'request'> {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, work: (lock: object | null) => Promise<unknown>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}

const photo = { file: new File(['x'], 'a.jpg'), path: 'Holiday/a.jpg' };

function page(kept: readonly KeptFolder[], news: readonly (typeof photo)[], end: RunEnd = 'done') {
  const snapshot = new Store<PipelineSnapshot>(OPENING);
  const addKept = vi.fn(async () => end);
  const verbs = {
    keepFolder: vi.fn<FolderVerbs['keepFolder']>(async ({ name }) => name),
    forgetFolder: vi.fn<FolderVerbs['forgetFolder']>(async () => {}),
    folderFinished: vi.fn<FolderVerbs['folderFinished']>(async () => {}),
    folderNews: vi.fn<FolderVerbs['folderNews']>(async () => ({ files: news, unchanged: 3 })),
    goneFrom: vi.fn<FolderVerbs['goneFrom']>(async () => ['gone']),
    original: vi.fn<FolderVerbs['original']>(async () => null),
  };
  const notices = new Notices();
  const pipeline = { ...verbs, subscribe: snapshot.subscribe, getSnapshot: snapshot.getSnapshot };
  const folders = new Folders(pipeline, notices, { addKept }, locks());
  const open = async () => {
    snapshot.set({ ...OPENING, state: { phase: 'ready' }, folders: kept });
    await vi.waitFor(() => expect(folders.asking.getSnapshot().length).toBe(kept.length));
  };
  const texts = () => notices.list.getSnapshot().map(({ text }) => text);
  return { folders, verbs, addKept, open, notices, texts };
}

test('at a later visit a folder waits for a person; once it may be read, an interrupted run goes on, once', async () => {
  const { folders, verbs, addKept, open } = page([folderThatAsks('Holiday', 'granted', true)], [photo]);
  await open();
  expect(verbs.folderNews).not.toHaveBeenCalled();
  await folders.allow();
  await vi.waitFor(() => expect(verbs.folderFinished).toHaveBeenCalledWith('Holiday'));
  expect(folders.asking.getSnapshot()).toEqual([]);
  expect(addKept).toHaveBeenCalledTimes(1);
  await folders.allow();
  expect(verbs.folderNews).toHaveBeenCalledTimes(1);
});

test('one that was finished is not looked through by itself', async () => {
  const { folders, verbs, open } = page([folderThatAsks('Holiday', 'granted', false)], [photo]);
  await open();
  await folders.allow();
  expect(folders.asking.getSnapshot()).toEqual([]);
  expect(verbs.folderNews).not.toHaveBeenCalled();
});

test('a refusal is said, and the folder is left alone', async () => {
  const { folders, verbs, open, texts } = page([folderThatAsks('Holiday', 'denied', true)], [photo]);
  await open();
  await folders.look();
  expect(texts()[0]).toContain('Holiday cannot be read.');
  expect(verbs.folderNews).not.toHaveBeenCalled();
  expect(verbs.folderFinished).not.toHaveBeenCalled();
});

test('a run that a person stopped is over, one that failed goes on at the next visit', async () => {
  const handle = folderThatAsks('Holiday', 'granted', false).handle;
  const stopped = page([], [photo], 'stopped');
  await stopped.folders.add(handle);
  expect(stopped.verbs.folderFinished).toHaveBeenCalledWith('Holiday');
  const failed = page([], [photo], 'failed');
  await failed.folders.add(handle);
  expect(failed.verbs.folderFinished).not.toHaveBeenCalled();
});

test('what is gone is told after a look that a person asked for, and kept for them to decide', async () => {
  const { folders, open, notices } = page([folderThatAsks('Holiday', 'granted', false)], []);
  await open();
  await folders.look('Holiday');
  const told = notices.list.getSnapshot();
  expect(told.map(({ text }) => text)).toEqual([
    'Nothing is new in Holiday: 3 files are in the gallery.',
    '1 photo is no longer in Holiday: moved away, changed or deleted there.',
  ]);
  expect(folders.gone.getSnapshot()).toBeNull();
  told[1]?.action?.run();
  expect(folders.gone.getSnapshot()).toEqual({ folder: 'Holiday', ids: ['gone'] });
});

test('a folder that is being looked through is not looked through twice at a time', async () => {
  const { folders, verbs, texts } = page([], []);
  const handle = folderThatAsks('Holiday', 'granted', false).handle;
  let go = () => {};
  verbs.folderNews.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return { files: [], unchanged: 0 };
  });
  const first = folders.add(handle);
  await vi.waitFor(() => expect(verbs.folderNews).toHaveBeenCalledTimes(1));
  await folders.add(handle);
  expect(texts()).toEqual(['Holiday is being looked through already.']);
  go();
  await first;
});
