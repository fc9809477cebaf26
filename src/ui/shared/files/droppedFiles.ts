import { isHiddenPath } from '../../../pipeline/api/hiddenPath.ts';

/**
 * All files of a drop or a paste, those in folders included. The items have to be read before the event handler returns,
 * so the entries are taken at once and walked afterwards. Which files count is decided by `withoutHidden`.
 */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  if (items.length === 0) return Promise.resolve([...transfer.files]);
  const found = items.map((item) => itemFiles(item));
  return Promise.all(found.map((files) => files())).then((lists) => lists.flat());
}

/** Takes the item's entry at once; its files come when they are asked for. */
function itemFiles(item: DataTransferItem): () => Promise<File[]> {
  const entry = item.webkitGetAsEntry();
  if (entry?.isDirectory === true) return () => walk(entry);
  const file = item.getAsFile();
  return () => Promise.resolve(file === null ? [] : [file]);
}

/** What was dropped to be added. */
export interface Dropped {
  readonly files: readonly File[];
  /** Folders that can be read again at the next visit; none where the browser hands out no folders. */
  readonly folders: readonly FileSystemDirectoryHandle[];
}

/** The same for a drop whose folders are to stay. */
export async function dropped(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const folderOf = async (item: DataTransferItem): Promise<FileSystemDirectoryHandle | null> => {
    const isFolder = item.webkitGetAsEntry()?.isDirectory === true;
    // Taken at once, as the entries are.
    const handle = isFolder ? await item.getAsFileSystemHandle?.().catch(() => null) : null;
    return handle?.kind === 'directory' ? (handle as FileSystemDirectoryHandle) : null;
  };
  const [handles, walks] = [items.map(folderOf), items.map((item) => itemFiles(item))];
  if (items.length === 0) return { files: [...transfer.files], folders: [] };
  const folders = await Promise.all(handles);
  const files = await Promise.all(walks.map((files, i) => (folders[i] ? [] : files())));
  return { files: files.flat(), folders: folders.filter((folder) => folder !== null) };
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

/** A file that was not chosen by its folder knows only its name; this gives it the path that files of a chosen folder have. */
export function withPath(file: File, fullPath: string): File {
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
