import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import { openIndexFile } from '../../terminal/indexFile/openedIndexFile.ts';
import type { CodeSample } from './codeSample.ts';

/** More make the synthetic gallery no more like the real one. */
const MOST = 20_000;

/**
 * The codes of an index file's photos, to draw others like them.
 * @throws GalleryFileDamaged; Error when no photo has codes of looks, which files of version 1 lack.
 */
export async function sampledTopics(
  path: string,
): Promise<{ readonly header: GalleryFileHeader; readonly topics: CodeSample[] }> {
  const { header, photos } = await openIndexFile(path);
  const topics: CodeSample[] = [];
  for await (const { photo } of photos()) {
    const { appearance, regionAppearance, probabilities, semanticCodes, categoryCodes } = photo;
    if (appearance === undefined || regionAppearance === undefined) continue;
    topics.push({ appearance, regionAppearance, probabilities, semanticCodes, categoryCodes });
    if (topics.length === MOST) break;
  }
  if (topics.length === 0) throw new Error(`sampledTopics: got ${path} without a photo that has all codes`);
  return { header, topics };
}
