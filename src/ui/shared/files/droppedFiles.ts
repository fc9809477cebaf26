import { isHiddenPath } from './hiddenFiles.ts';

/**
 * All files of a drop or a paste, those in folders included. The items have to be read before the event handler returns,
 * so the entries are taken at once and walked afterwards. Which files count is decided by `withoutHidden`.
 */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  if (items.length === 0) return Promise.resolve([...transfer.files]);
  const found = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory === true) return walk(entry);
    const file = item.getAsFile();
    return Promise.resolve(file === null ? [] : [file]);
  });
  return Promise.all(found).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [withPath(file, entry.fullPath)];
  }
  if (!isDirectory(entry)) return [];
  // Hidden folders can be huge, and nothing of them is wanted.
  if (isHiddenPath(entry.name)) return [];
  const files: File[] = [];
  for (const child of await children(entry)) files.push(...(await walk(child)));
  return files;
}

/** A reader returns at most a hundred entries at a time, and none once it is done. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** A dropped file knows only its name; this gives it the path that files of a chosen folder have. */
function withPath(file: File, fullPath: string): File {
  const path = fullPath.replace(/^\//, '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path, configurable: true });
  return file;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
