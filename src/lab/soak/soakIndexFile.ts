import { GalleryFileWriter } from '../../gallery/archive/writeGalleryFile.ts';
import { storedScenes } from '../synthesise/sceneCodes.ts';
import { synthesised } from '../synthesise/synthesised.ts';
import { composedTopics } from '../synthesise/topics.ts';

export const SOAK_MODEL = 'v';

/** A small index file of photos that nobody took. */
export function soakIndexFile(photos: number): Uint8Array<ArrayBuffer> {
  const layout = {
    categories: Array.from({ length: 20 }, (_, c) => ({ name: `category ${c}`, gate: 0.5 })),
    bitsPerCategory: 32,
  };
  const writer = new GalleryFileWriter({ ...layout, modelVersion: SOAK_MODEL, exportedAt: 0 });
  const topics = composedTopics(storedScenes(layout), layout, 1);
  const parts = [writer.start(photos)];
  for (const photo of synthesised({ ...layout, photos, seed: 1, modelVersion: SOAK_MODEL, topics }))
    parts.push(writer.photo(photo));
  parts.push(...writer.end([]));
  return Uint8Array.from(Buffer.concat(parts));
}
