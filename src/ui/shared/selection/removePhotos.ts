import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { Facet } from '../facet/createFacet.ts';
import { say } from '../language/say.ts';

/** Removes photos from the gallery at once and, where that is possible, offers to bring them back. */
export async function removePhotos(
  { pipeline, notices }: Pick<Facet, 'pipeline' | 'notices'>,
  photos: readonly Pick<NumberedSummary, 'id'>[],
  undoable: boolean,
): Promise<void> {
  const ids = photos.map(({ id }) => id);
  const said = say.selection.removed(ids.length);
  if (!undoable) {
    await pipeline.removePhotos(ids);
    notices.info(said);
    return;
  }
  const removal = await pipeline.removeForNow(ids);
  notices.info(said, {
    label: say.common.undo,
    run: () => {
      pipeline.undoRemoval(removal).catch((error: unknown) => notices.failed(say.selection.notBack, error));
    },
  });
}
