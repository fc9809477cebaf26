import { readFileSync } from 'node:fs';
import { readParts } from '../../src/gallery/archive/readGalleryFile.ts';

/** Codes and boxes of each photo in an index file, by its id. */
export async function indexPhotos(path: string): Promise<Map<string, unknown>> {
  const photos = new Map<string, unknown>();
  for await (const part of readParts(new Blob([readFileSync(path)]))) {
    if (part.kind !== 'photo') continue;
    const { photo, analysis } = part.travelling;
    const { id, name, semanticCodes, categoryCodes, appearance, regionAppearance, probabilities } = photo;
    const { boxes, winners } = analysis;
    photos.set(id, {
      name,
      semanticCodes,
      categoryCodes,
      appearance,
      regionAppearance,
      probabilities,
      boxes,
      winners,
    });
  }
  return photos;
}
