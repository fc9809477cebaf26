/**
 * All files of a drop or a paste, folders walked through to the bottom. The items must be read before the event handler
 * returns, so the entries are taken at once and walked afterwards.
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
  const files: File[] = [];
  for (const child of await children(entry)) {
    if (!child.name.startsWith('.')) files.push(...(await walk(child)));
  }
  return files;
}

/** A reader hands out at most a hundred entries a time, and none once it is through. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** A dropped file knows only its name; give it the path that a picked folder's files have. */
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
