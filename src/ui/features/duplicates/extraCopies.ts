import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { GalleryVerbs } from '../../../pipeline/api/galleryVerbs.ts';
import type { DuplicateGroup } from '../../../pipeline/api/pipeline.ts';
import { summariesOf } from '../../shared/selection/summariesOf.ts';
import { bestOf } from './bestOf.ts';

/** Of each group all photos but the best. */
export async function extraCopies(
  pipeline: Pick<GalleryVerbs, 'summaries' | 'numberOf'>,
  groups: readonly DuplicateGroup[],
): Promise<NumberedSummary[]> {
  const numbers = await Promise.all(groups.map(({ ids }) => Promise.all(ids.map((id) => pipeline.numberOf(id)))));
  const known = numbers.map((group) => group.filter((number) => number !== null));
  const summaries = new Map(
    (await summariesOf(pipeline, Uint32Array.from(known.flat()))).map((photo) => [photo.number, photo]),
  );
  return known.flatMap((group) => {
    const copies = group.flatMap((number) => summaries.get(number) ?? []);
    const best = bestOf(copies);
    return copies.filter((copy) => copy !== best);
  });
}
