import { decodedText } from './decodedText.ts';
import type { LabelFolder } from './labelFolder.ts';

/** A file of a folder that lies in memory: dropped into the page, or made by a test. */
export interface MemoryFile {
  /** Below the folder. */
  readonly path: string;
  /** Of a file that may hold labels; null of any other, which is not read. */
  readonly bytes: Uint8Array | null;
}

/** A folder whose files are known beforehand. */
export function memoryFolder(name: string, files: readonly MemoryFile[]): LabelFolder {
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const namesIn = new Map<string, string[]>();
  for (const path of bytesOf.keys()) {
    const cut = path.lastIndexOf('/');
    const [below, last] = cut < 0 ? ['', path] : [path.slice(0, cut), path.slice(cut + 1)];
    const names = namesIn.get(below) ?? [];
    names.push(last);
    namesIn.set(below, names);
  }
  const folders = new Set(
    [...namesIn.keys()].flatMap((below) => below.split('/').map((_, n, parts) => parts.slice(0, n + 1).join('/'))),
  );
  const paths = [...bytesOf.keys()].filter((path) => !path.split('/').some((part) => part.startsWith('.')));
  return {
    name,
    names: (below) => namesIn.get(below) ?? [],
    has: (path) => bytesOf.has(path) || folders.has(path),
    paths: () => paths,
    text(path) {
      const bytes = bytesOf.get(path);
      if (!bytes) throw new Error(`${name}/${path} is not there or was not read`);
      return decodedText(`${name}/${path}`, bytes);
    },
  };
}
