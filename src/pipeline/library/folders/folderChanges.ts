import type { FileRow } from '../../../gallery/schema.ts';
import { asError } from '../../api/errors.ts';
import type { FolderNews } from '../../api/folderVerbs.ts';
import type { PhotoFile } from '../../api/photoFile.ts';
import type { KeptFolders } from './keptFolders.ts';
import { type SeenFile, walkFolder } from './walkFolder.ts';

export interface FolderChangesParts {
  readonly folders: Pick<KeptFolders, 'folder'>;
  /** Every path below the folder at which a photo of the gallery lay, the later known ones last. */
  knownFiles(name: string): Promise<readonly FileRow[]>;
  /** All further paths of the photo, wherever they are. */
  pathsOf(id: string): Promise<readonly FileRow[]>;
  /** Whether nothing is left to do for the photo; waits for the network, so it is asked only of files that are known. */
  complete(id: string): Promise<boolean>;
  /** When files were found to be unreadable, by path; milliseconds since 1970. */
  failures(): Promise<ReadonlyMap<string, number>>;
  leavePaths(lost: readonly FileRow[]): Promise<void>;
}

/** Whether it is the file that was seen there: another name, size or time says that it may hold something else. */
function isUnchanged(known: Pick<FileRow, 'size' | 'lastModified'> | undefined, file: File | null): boolean {
  if (known === undefined) return false;
  return file === null || (known.size === file.size && known.lastModified === file.lastModified);
}

/** What lies in a folder and is not in the gallery, see `FolderVerbs.folderNews`. */
export async function folderNews(parts: FolderChangesParts, path: string, signal: AbortSignal): Promise<FolderNews> {
  const [name = ''] = path.split('/');
  const [knownFiles, failures] = await Promise.all([parts.knownFiles(name), parts.failures()]);
  const known = new Map(knownFiles.map((file) => [file.path, file]));
  const files: PhotoFile[] = [];
  let unchanged = 0;
  for await (const seen of filesOf(parts, path, signal)) {
    const before = known.get(seen.path);
    // What could not be read then, and was not touched since, cannot be read now.
    if (before !== undefined && isUnchanged(before, seen.file) && (await parts.complete(before.id))) unchanged++;
    else if (seen.file !== null && !(seen.file.lastModified <= (failures.get(seen.path) ?? -Infinity)))
      files.push({ file: seen.file, path: seen.path });
  }
  return { files, unchanged };
}

/** Photos whose files are gone from the folder, see `FolderVerbs.goneFrom`. Paths that lead nowhere are forgotten where another one leads to the photo. */
export async function goneFrom(parts: FolderChangesParts, name: string, signal: AbortSignal): Promise<string[]> {
  const seen = new Map<string, File | null>();
  for await (const { path, file } of filesOf(parts, name, signal)) seen.set(path, file);
  const lost = new Map<string, FileRow[]>();
  const found = new Set<string>();
  for (const known of await parts.knownFiles(name)) {
    if (seen.has(known.path) && isUnchanged(known, seen.get(known.path) ?? null)) found.add(known.id);
    else lost.set(known.id, [...(lost.get(known.id) ?? []), known]);
  }
  const gone: string[] = [];
  const stale: FileRow[] = [];
  for (const [id, files] of lost) {
    const elsewhere = async () => (await parts.pathsOf(id)).some(({ path }) => !path.startsWith(`${name}/`));
    if (found.has(id) || (await elsewhere())) stale.push(...files);
    else gone.push(id);
  }
  await parts.leavePaths(stale);
  return gone;
}

/** @throws Error for a person. */
async function* filesOf(parts: FolderChangesParts, path: string, signal: AbortSignal): AsyncGenerator<SeenFile> {
  try {
    yield* walkFolder(await parts.folders.folder(path), path, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    const { name } = asError(thrown);
    if (name === 'NotAllowedError')
      throw new Error(`The browser no longer lets this page read ${path}. Allow it, or add the folder again.`);
    if (name === 'NotFoundError' || name === 'NotReadableError')
      throw new Error(`The folder ${path} is not there, or a part of it cannot be read. Is its disk connected?`);
    throw thrown;
  }
}
