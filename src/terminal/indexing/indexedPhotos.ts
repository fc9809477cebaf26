import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';
import type { DoneFile } from './journal.ts';
import type { Spool } from './spool.ts';

/**
 * The photos of a run as they travel in an index file: one for each content, in the order of their first paths, each with all the paths at
 * which it lies. Which of several copies was analysed first makes no difference.
 */
export function indexedPhotos(
  done: Iterable<DoneFile>,
  spool: Pick<Spool, 'read'>,
): { readonly count: number; readonly rows: Iterable<TravellingPhoto> } {
  const byId = new Map<string, DoneFile[]>();
  for (const file of [...done].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const copies = byId.get(file.id);
    if (copies === undefined) byId.set(file.id, [file]);
    else copies.push(file);
  }
  return { count: byId.size, rows: travelling(byId, spool) };
}

function* travelling(
  byId: ReadonlyMap<string, readonly DoneFile[]>,
  spool: Pick<Spool, 'read'>,
): Generator<TravellingPhoto> {
  for (const [id, files] of byId) {
    const { photo, analysis, thumbnail } = spool.read(id);
    const { path, size, lastModified } = files[0]!;
    const name = path.slice(path.lastIndexOf('/') + 1);
    yield { photo: { ...photo, name, path, size, lastModified }, analysis, thumbnail, files };
  }
}
