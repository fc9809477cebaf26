import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';

/** Folders of the browser's own storage: their handles are those that a person's folders have. */

type KeptFolders = import('../../src/pipeline/library/folders/keptFolders.ts').KeptFolders;

declare global {
  interface Window {
    readonly kept: {
      readonly folders: KeptFolders;
      /** What the page was told last. */
      readonly told: string[];
      fill(path: string, text: string): Promise<void>;
    };
  }
}

async function openFolders(modules: Page): Promise<void> {
  await modules.evaluate(async () => {
    const { Connection } = await import('../../src/gallery/connection.ts');
    const { Gallery } = await import('../../src/gallery/gallery.ts');
    const { KeptFolders } = await import('../../src/pipeline/library/folders/keptFolders.ts');
    const told: string[] = [];
    const folders = new KeptFolders(new Gallery(new Connection(() => {})), (change) => {
      if (change.kind === 'folders')
        told.splice(0, Infinity, ...change.folders.map(({ name, unfinished }) => `${name} ${unfinished}`));
    });
    const fill = async (path: string, text: string) => {
      const steps = path.split('/');
      let folder = await navigator.storage.getDirectory();
      for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, { create: true });
      const writing = await (await folder.getFileHandle(steps.at(-1)!, { create: true })).createWritable();
      await writing.write(text);
      await writing.close();
    };
    Object.assign(window, { kept: { folders, told, fill } });
  });
}

test('every file of a folder is seen with its path, hidden ones are not', async ({ modules }) => {
  await openFolders(modules);
  const seen = await modules.evaluate(async () => {
    const { walkFolder } = await import('../../src/pipeline/library/folders/walkFolder.ts');
    for (const path of ['card/b.jpg', 'card/a.jpg', 'card/in/c.jpg', 'card/.Trashes/d.jpg', 'card/in/._c.jpg'])
      await window.kept.fill(path, path);
    const card = await (await navigator.storage.getDirectory()).getDirectoryHandle('card');
    const files: string[] = [];
    for await (const { path, file } of walkFolder(card, 'My card', new AbortController().signal))
      files.push(`${path} ${await file?.text()}`);
    return files;
  });
  expect(seen).toEqual(['My card/a.jpg card/a.jpg', 'My card/b.jpg card/b.jpg', 'My card/in/c.jpg card/in/c.jpg']);
});

test('a folder is kept over a reload, once however often it is added, and one inside it is a part of it', async ({
  modules,
}) => {
  await openFolders(modules);
  const first = await modules.evaluate(async () => {
    await window.kept.fill('trip/day/a.jpg', 'a');
    await window.kept.fill('other/trip/b.jpg', 'b');
    const root = await navigator.storage.getDirectory();
    const trip = await root.getDirectoryHandle('trip');
    const { folders } = window.kept;
    const paths = [
      await folders.keep(trip),
      await folders.keep(await root.getDirectoryHandle('trip')),
      await folders.keep(await trip.getDirectoryHandle('day')),
      // Another folder of the same name.
      await folders.keep(await (await root.getDirectoryHandle('other')).getDirectoryHandle('trip')),
    ];
    await folders.setUnfinished('trip', false);
    return { paths, told: [...window.kept.told] };
  });
  expect(first).toEqual({ paths: ['trip', 'trip', 'trip/day', 'trip (2)'], told: ['trip false', 'trip (2) true'] });

  await modules.reload();
  await openFolders(modules);
  const later = await modules.evaluate(async () => {
    const { folders, told } = window.kept;
    await folders.read();
    const before = [...told];
    const texts = await Promise.all(
      ['trip/day/a.jpg', 'trip (2)/b.jpg', 'trip/b.jpg', 'nowhere/a.jpg', 'a.jpg'].map(
        async (path) => (await folders.file(path))?.text() ?? null,
      ),
    );
    await folders.forget('trip');
    return { before, texts, after: [...told], gone: await folders.file('trip/day/a.jpg') };
  });
  expect(later).toEqual({
    before: ['trip false', 'trip (2) true'],
    texts: ['a', 'b', null, null, null],
    after: ['trip (2) true'],
    gone: null,
  });
});

test('a folder that is gone is no empty one: looking through it says so', async ({ modules }) => {
  await openFolders(modules);
  const said = await modules.evaluate(async () => {
    const { folderNews } = await import('../../src/pipeline/library/folders/folderChanges.ts');
    await window.kept.fill('lent/a.jpg', 'a');
    const root = await navigator.storage.getDirectory();
    const { folders } = window.kept;
    await folders.keep(await root.getDirectoryHandle('lent'));
    await root.removeEntry('lent', { recursive: true });
    const parts = {
      folders,
      knownFiles: async () => [],
      pathsOf: async () => [],
      complete: async () => true,
      failures: async () => new Map<string, number>(),
      leavePaths: async () => {},
    };
    return folderNews(parts, 'lent', new AbortController().signal).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
  });
  expect(said).toBe('The folder lent is not there, or a part of it cannot be read. Is its disk connected?');
});
