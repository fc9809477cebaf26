import type { NumberedSummary } from '../../src/pipeline/api/found.ts';
import { WHOLE_GALLERY } from '../../src/pipeline/api/galleryQuery.ts';
import type { GalleryVerbs } from '../../src/pipeline/api/galleryVerbs.ts';

/** What the gallery says of all its photos, those that were added last first. Runs in the page. */
export async function photosOf(pipeline: Pick<GalleryVerbs, 'find' | 'summaries'>): Promise<NumberedSummary[]> {
  const { numbers } = await pipeline.find(WHOLE_GALLERY);
  const photos = (await pipeline.summaries(numbers)).filter((photo) => photo !== null);
  return photos.sort((a, b) => b.addedAt - a.addedAt);
}
