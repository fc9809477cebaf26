import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isHiddenPath } from '../../pipeline/api/hiddenPath.ts';

/** A file that may be a photo. */
export interface FoundFile {
  /** Where it lies, for the system. */
  readonly file: string;
  /** With the chosen folder's name before it and slashes between, as the page names files of a folder. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, whole. */
  readonly lastModified: number;
}

export interface FolderContents {
  /** In the order of their paths. */
  readonly files: readonly FoundFile[];
  /** Folders and files that could not be looked at. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Every file of a folder and the folders in it that is not hidden, whatever it is called: the bytes decide what is a photo. Links to files
 * are followed, links to folders are not: they may lead in a circle.
 * @throws Error when the folder itself cannot be read.
 */
export function photoFolder(folder: string): FolderContents {
  const root = resolve(folder);
  const files: FoundFile[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  const look = (path: string, what: () => void) => {
    try {
      what();
    } catch (error) {
      unreadable.push({ path, reason: sentenceOf(error) });
    }
  };
  const walk = (entries: readonly Dirent[], place: string, path: string): void => {
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isHiddenPath(entry.name)) continue;
      const [inside, shown] = [join(place, entry.name), `${path}/${entry.name}`];
      look(shown, () => {
        if (entry.isDirectory()) return walk(readdirSync(inside, { withFileTypes: true }), inside, shown);
        const { size, mtimeMs, ...stat } = statSync(inside);
        if (isRegular(stat.mode)) files.push({ file: inside, path: shown, size, lastModified: Math.round(mtimeMs) });
      });
    }
  };
  walk(readdirSync(root, { withFileTypes: true }), root, basename(root));
  return { files, unreadable };
}

function isRegular(mode: number): boolean {
  return (mode & 0o170000) === 0o100000;
}

/** What the system says, without its codes. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read: its owner has not allowed it.';
  if (code === 'ENOENT') return 'It is no longer there, or its name cannot be read.';
  return error instanceof Error ? error.message : String(error);
}
