import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photoFolder } from './photoFolder.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-folder-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), path);
}

test('every file counts whatever it is called, but for hidden ones and those of the system', () => {
  for (const path of ['b.jpg', 'a/c', 'a/.hidden.jpg', '.Trashes/d.jpg', 'a/@eaDir/b.jpg/thumb.jpg', 'Thumbs.db'])
    put(path);
  const { files, unreadable } = photoFolder(folder);
  const name = basename(folder);
  expect(files.map(({ path }) => path)).toEqual([`${name}/a/c`, `${name}/b.jpg`]);
  expect(files[0]).toMatchObject({ file: join(folder, 'a/c'), size: 3 });
  expect(unreadable).toEqual([]);
});

test('links to files are followed, links to folders are not, and a link to nothing is named', () => {
  put('links/photo.jpg');
  symlinkSync(join(folder, 'links/photo.jpg'), join(folder, 'links/linked.jpg'));
  symlinkSync(folder, join(folder, 'links/circle'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'links/lost.jpg'));
  const { files, unreadable } = photoFolder(join(folder, 'links'));
  expect(files.map(({ path }) => path)).toEqual(['links/linked.jpg', 'links/photo.jpg']);
  expect(unreadable).toEqual([
    { path: 'links/lost.jpg', reason: 'It is no longer there, or its name cannot be read.' },
  ]);
});

test('a folder that is not there is refused', () => {
  expect(() => photoFolder(join(folder, 'gone'))).toThrow('ENOENT');
});
