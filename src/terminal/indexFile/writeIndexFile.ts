import { renameSync, rmSync } from 'node:fs';
import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import { GalleryFileWriter } from '../../gallery/archive/writeGalleryFile.ts';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';
import { FileWriter } from './fileWriter.ts';

/**
 * Writes an index file, photo after photo; no more than a few megabytes are held at a time. The file has its name once it is whole.
 * @param header with the number of photos that will come
 * @param onDone called after each photo with the number of those written
 */
export function writeIndexFile(
  path: string,
  header: GalleryFileHeader,
  photos: Iterable<TravellingPhoto>,
  onDone: (photos: number) => void = () => {},
): void {
  const unfinished = `${path}.writing`;
  const file = new FileWriter(unfinished);
  try {
    const { photos: count, ...common } = header;
    const writer = new GalleryFileWriter(common);
    file.write(writer.start(count));
    let done = 0;
    for (const photo of photos) {
      file.write(writer.photo(photo));
      onDone(++done);
    }
    if (done !== count) throw new Error(`writeIndexFile: got ${done} photos, wanted the ${count} of the header`);
    for (const block of writer.end([])) file.write(block);
    file.close();
  } catch (error) {
    file.abandon();
    rmSync(unfinished, { force: true });
    throw error;
  }
  renameSync(unfinished, path);
}
