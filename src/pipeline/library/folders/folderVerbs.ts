import type { Gallery } from '../../../gallery/gallery.ts';
import { NEVER } from '../../api/errors.ts';
import type { FolderVerbs } from '../../api/folderVerbs.ts';
import type { Library } from '../library.ts';
import { type FolderChangesParts, folderNews, goneFrom } from './folderChanges.ts';
import { knownFiles } from './folderFiles.ts';

export interface FolderVerbsParts {
  readonly gallery: Gallery;
  readonly library: Library;
  /** Whether nothing is left to do for the photo: it is of this version and has its picture. */
  complete(id: string, version: string): boolean;
}

/** The folders that stay, as the page asks for them. */
export function folderVerbs({ gallery, library, complete }: FolderVerbsParts): FolderVerbs {
  const { folders } = library;
  const parts: FolderChangesParts = {
    folders,
    knownFiles: (name) => knownFiles(gallery, library.columns.facts, name),
    pathsOf: (id) => gallery.folders.pathsOf(id),
    complete: async (id) => complete(id, (await library.vocabulary()).version),
    failures: async () => new Map((await gallery.quarantined()).map(({ path, failedAt }) => [path, failedAt])),
    leavePaths: (lost) => gallery.folders.leavePaths(lost),
  };
  return {
    keepFolder: (handle) => folders.keep(handle),
    forgetFolder: (name) => folders.forget(name),
    folderFinished: (name) => folders.setUnfinished(name, false),
    async folderNews(path, options) {
      const news = await folderNews(parts, path, options?.signal ?? NEVER);
      if (news.files.length > 0) await folders.setUnfinished(path.split('/', 1)[0] ?? '', true);
      return news;
    },
    goneFrom: (name, options) => goneFrom(parts, name, options?.signal ?? NEVER),
    original: (id) => library.pictures.original(id),
  };
}
