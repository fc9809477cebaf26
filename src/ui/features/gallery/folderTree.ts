/** A folder with its subfolders, by name. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  /** Photos in it and in its subfolders. */
  readonly count: number;
  readonly folders: readonly Folder[];
}

/** The folders that are in no other one. @param folders by path, in any order; a folder whose parent is not listed stands at the top */
export function folderTree(folders: readonly { readonly path: string; readonly count: number }[]): readonly Folder[] {
  const children = new Map<string, { readonly path: string; readonly count: number }[]>();
  const known = new Set(folders.map(({ path }) => path));
  for (const folder of folders) {
    const parent = parentOf(folder.path);
    const under = known.has(parent) ? parent : '';
    children.set(under, [...(children.get(under) ?? []), folder]);
  }
  const below = (parent: string): Folder[] =>
    (children.get(parent) ?? [])
      .filter(({ path }) => path !== '')
      .map(({ path, count }) => ({
        path,
        count,
        name: known.has(parentOf(path)) ? path.slice(parentOf(path).length + 1) : path,
        folders: below(path),
      }))
      .sort((a, b) => byName.compare(a.name, b.name));
  return below('');
}

const byName = new Intl.Collator(undefined, { numeric: true });

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
