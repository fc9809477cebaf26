import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Folder, folderTree } from './folderTree.ts';

test('folders stand in their folders, in the order of a person', () => {
  const tree = folderTree([
    { path: 'trip/day 10', count: 1 },
    { path: 'trip', count: 6 },
    { path: 'trip/day 2', count: 3 },
    { path: 'home', count: 2 },
  ]);
  const drawn = (folders: readonly Folder[]): unknown[] =>
    folders.map(({ name, folders: inner }) => [name, drawn(inner)]);
  expect(drawn(tree)).toEqual([
    ['home', []],
    [
      'trip',
      [
        ['day 2', []],
        ['day 10', []],
      ],
    ],
  ]);
});

test('every folder is in the tree once, whether its parent is listed or not', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c d'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 20 }), (paths) => {
      const all: string[] = [];
      const walk = (folders: readonly Folder[]): void => {
        for (const folder of folders) {
          all.push(folder.path);
          for (const inner of folder.folders) expect(inner.path.startsWith(`${folder.path}/`)).toBe(true);
          walk(folder.folders);
        }
      };
      walk(folderTree(paths.map((one) => ({ path: one, count: 1 }))));
      expect(all.sort()).toEqual([...paths].sort());
    }),
  );
});
