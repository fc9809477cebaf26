import { isHiddenPath } from '../../api/hiddenPath.ts';

/** A file that lies in a folder. */
export interface SeenFile {
  /** The folder's own, a slash, and the way down from there. */
  readonly path: string;
  /** Null where the file is there and cannot be opened. */
  readonly file: File | null;
}

/** Files that are opened at the same time: each takes a message to the browser's own process and back. */
const AT_ONCE = 32;

/**
 * Every file in the folder and below, hidden and system files left out. Nothing of a file is read but its name, size and time.
 * @param path of the folder, the beginning of all paths
 * @throws DOMException when the folder, or one in it, cannot be read: what is not seen must not be taken for gone; the signal's reason.
 */
export async function* walkFolder(
  folder: FileSystemDirectoryHandle,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<SeenFile> {
  const files: FileSystemFileHandle[] = [];
  const folders: FileSystemDirectoryHandle[] = [];
  for await (const entry of folder.values()) {
    signal.throwIfAborted();
    if (isHiddenPath(entry.name)) continue;
    if (isFolder(entry)) folders.push(entry);
    else if (isFile(entry)) files.push(entry);
  }
  files.sort(byName);
  for (let first = 0; first < files.length; first += AT_ONCE) {
    signal.throwIfAborted();
    const opened = files.slice(first, first + AT_ONCE).map(async (handle) => ({
      path: `${path}/${handle.name}`,
      file: await handle.getFile().catch(() => null),
    }));
    yield* await Promise.all(opened);
  }
  for (const inner of folders.sort(byName)) yield* walkFolder(inner, `${path}/${inner.name}`, signal);
}

function byName(a: FileSystemHandle, b: FileSystemHandle): number {
  return a.name < b.name ? -1 : 1;
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}
