import type { Gallery } from '../../gallery/gallery.ts';
import { NEVER } from '../api/errors.ts';
import type { Pipeline } from '../api/pipelineVerbs.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import type { IndexTransfer } from './indexTransfer.ts';
import type { Library } from './library.ts';
import { Removals } from './removals.ts';

/** What is kept of photos: pictures, words, albums, the index file, and their removal. */
export type LibraryVerbs = Pick<
  VerbsOf<Pipeline>,
  | 'setFavourite'
  | 'albums'
  | 'saveAlbum'
  | 'removeAlbum'
  | 'photo'
  | 'thumbnail'
  | 'thumbnails'
  | 'picture'
  | 'previews'
  | 'removePreviews'
  | 'exportIndex'
  | 'importIndex'
  | 'corrections'
  | 'dismissDuplicates'
  | 'removePhotos'
  | 'removeForNow'
  | 'undoRemoval'
  | 'removeAll'
  | 'dismissQuarantined'
>;

export interface LibraryVerbsParts {
  readonly gallery: Gallery;
  readonly library: Library;
  readonly indexFile: IndexTransfer;
  /** A run that waits for room may go on. */
  freed(): void;
}

export function libraryVerbs({ gallery, library, indexFile, freed }: LibraryVerbsParts): LibraryVerbs {
  const removals = new Removals();
  return {
    setFavourite: (ids, on) => library.favour(ids, on),
    albums: () => gallery.albums(),
    saveAlbum: (album) => gallery.saveAlbum(album),
    removeAlbum: (name) => gallery.removeAlbum(name),
    photo: (id) => library.detail(id),
    thumbnail: (id) => gallery.thumbnail(id),
    thumbnails: (ids) => gallery.thumbnails(ids),
    picture: (id) => library.pictures.shown(id),
    previews: () => gallery.previews(),
    async removePreviews() {
      await gallery.removePreviews();
      freed();
    },
    exportIndex: (withThumbnails, options) => indexFile.export(withThumbnails, options?.signal ?? NEVER),
    importIndex: (file, options) => indexFile.import(file, options?.signal ?? NEVER),
    corrections: (id) => library.corrections(id),
    dismissDuplicates: (ids) => gallery.setDistinct(ids),
    async removePhotos(ids) {
      await library.remove(ids);
      freed();
    },
    async removeForNow(ids) {
      const removal = removals.keep(await library.takeOut(ids));
      freed();
      return removal;
    },
    undoRemoval: async (removal) => library.putBack(removals.take(removal)),
    removeAll: () => library.removeAll(),
    dismissQuarantined: (key) => library.quarantine.dismiss(key),
  };
}
