import { Connection } from '../../gallery/connection.ts';
import { Gallery, type IndexedPhoto } from '../../gallery/gallery.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { GalleryChange, PipelineChange } from '../api/changes.ts';
import { Library } from './library.ts';
import { TEST_VOCABULARY } from './testRows.ts';

/** For tests: everything that indexing leaves behind of a photo with these codes. */
export function indexedRow(photo: PhotoRow): IndexedPhoto {
  const { id, path, size, lastModified } = photo;
  return {
    photo,
    analysis: {
      id,
      boxes: Float32Array.of(0, 0, 1, 1),
      objectness: Float32Array.of(1),
      proposalProbabilities: new Uint8Array(photo.probabilities.length),
      winners: new Int32Array(photo.probabilities.length),
    },
    thumbnail: { id, type: 'image/jpeg', bytes: new ArrayBuffer(1) },
    file: { id, path, size, lastModified },
  };
}

/**
 * For tests: a library on a database of its own, or on the same one as another tab's.
 * @param name of the database
 * @param tell the other tabs
 * @param runs what stops this tab's run, and what keeps other tabs' runs out
 */
export function testLibrary(
  name: string,
  tell: (change: GalleryChange) => void = () => {},
  runs: { stop(): Promise<void>; exclusively(work: () => Promise<void>): Promise<void> } = {
    stop: () => Promise.resolve(),
    exclusively: (work) => work(),
  },
) {
  const told: PipelineChange[] = [];
  const gallery = new Gallery(new Connection(() => {}, name));
  const library = new Library({
    gallery,
    network: () => Promise.resolve(TEST_VOCABULARY),
    tell: (change) => told.push(change),
    tabs: { tell, exclusively: (work) => runs.exclusively(work) },
    stop: () => runs.stop(),
  });
  return { library, gallery, told };
}
