import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { GalleryVerbs } from '../../../pipeline/api/galleryVerbs.ts';

/** So many go over in one message; the worker answers other questions in between. */
const BATCH = 1000;

/** What is known of any number of photos; those that are gone are left out. */
export async function summariesOf(
  pipeline: Pick<GalleryVerbs, 'summaries'>,
  numbers: Uint32Array,
): Promise<NumberedSummary[]> {
  const all: NumberedSummary[] = [];
  for (let at = 0; at < numbers.length; at += BATCH) {
    const some = await pipeline.summaries(numbers.slice(at, at + BATCH));
    for (const summary of some) if (summary !== null) all.push(summary);
  }
  return all;
}
