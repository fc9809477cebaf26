import { useMemo } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { Facet } from '../facet/createFacet.ts';
import { useFacet } from '../facet/FacetProvider.tsx';
import { saveAs } from '../files/saveAs.ts';
import { say } from '../language/say.ts';
import { copyNames, copyPicture } from './copy.ts';
import { type Originals, originalsOf } from './originals.ts';
import { csvOf, jsonOf, photoRecord } from './photoTable.ts';
import { removePhotos } from './removePhotos.ts';
import { summariesOf } from './summariesOf.ts';

export interface PhotoActions {
  readonly favourite: () => void;
  readonly download: () => void;
  /** Null where this browser shares nothing. */
  readonly share: (() => void) | null;
  readonly copy: () => void;
  readonly saveList: (as: 'csv' | 'json') => void;
  readonly remove: (undoable: boolean) => void;
  /** Opens the dialog with these photos as examples. */
  readonly teach: () => void;
}

/** What can be done with photos, whatever list they are in. Each says what came of it. */
export function usePhotoActions(numbers: Uint32Array): PhotoActions {
  const facet = useFacet();
  return useMemo(() => {
    const count = numbers.length;
    /** `failure` names what did not happen, without a full stop. */
    const doing = (failure: string, work: (summaries: NumberedSummary[]) => Promise<void>) => () => {
      summariesOf(facet.pipeline, numbers)
        .then(work)
        .catch((error: unknown) => facet.notices.failed(failure, error));
    };
    const canShare = typeof navigator.share === 'function' && typeof navigator.canShare === 'function';
    return {
      favourite: doing(say.selection.notMarked(count), async (summaries) => {
        const on = !summaries.every(({ favourite }) => favourite);
        await facet.pipeline.setFavourite(
          summaries.map(({ id }) => id),
          on,
        );
        facet.notices.info(on ? say.selection.favoured(count) : say.selection.unfavoured(count));
      }),
      download: doing(say.selection.notDownloaded(count), async (summaries) => download(facet, summaries)),
      share: canShare ? doing(say.selection.notShared(count), async (summaries) => share(facet, summaries)) : null,
      copy: doing(say.selection.nothingCopied, async (summaries) => {
        const [only, ...others] = summaries;
        if (only === undefined) return;
        if (others.length === 0) await copyPicture(facet.pipeline, only.id);
        else await copyNames(summaries.map(({ path }) => path));
        facet.notices.info(others.length === 0 ? say.selection.pictureCopied : say.selection.namesCopied(count));
      }),
      saveList: (as) =>
        doing(say.selection.listNotSaved, async (summaries) => {
          const { categories } = facet.snapshot.getSnapshot();
          const records = summaries.map((photo) => photoRecord(photo, categories));
          const [text, type] = as === 'csv' ? [csvOf(records), 'text/csv'] : [jsonOf(records), 'application/json'];
          saveAs(new Blob([text], { type }), `facet-photos-${today()}.${as}`);
        })(),
      teach: doing(say.teach.notBegun, async (summaries) => facet.teaching.begin(summaries.map(({ id }) => id))),
      remove: (undoable) =>
        doing(say.selection.notRemoved(count), async (summaries) => removePhotos(facet, summaries, undoable))(),
    };
  }, [facet, numbers]);
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function download({ pipeline, folders, notices }: Facet, photos: readonly NumberedSummary[]): Promise<void> {
  // They may lie in a folder that the browser asks about once a visit.
  await folders.allow();
  const originals = await originalsOf(pipeline, photos);
  const [only, ...others] = originals.files;
  if (only === undefined) throw new Error(say.selection.filesGone);
  if (others.length === 0) saveAs(only, only.name);
  else {
    const { downloadZip } = await import('client-zip');
    const zip = downloadZip(
      originals.files.map((input) => ({ input, name: input.name, lastModified: new Date(input.lastModified) })),
    );
    saveAs(await zip.blob(), `facet-photos-${today()}.zip`);
  }
  tellMissing(notices, originals);
}

async function share({ pipeline, folders, notices }: Facet, photos: readonly NumberedSummary[]): Promise<void> {
  await folders.allow();
  const originals = await originalsOf(pipeline, photos);
  if (originals.files.length === 0) throw new Error(say.selection.filesGone);
  const data = { files: [...originals.files] };
  if (!navigator.canShare(data)) throw new Error(say.selection.cannotShare);
  try {
    await navigator.share(data);
  } catch (error) {
    // The person thought better of it.
    if (error instanceof Error && error.name === 'AbortError') return;
    throw error;
  }
  tellMissing(notices, originals);
}

function tellMissing(notices: Facet['notices'], { files, missing }: Originals): void {
  if (missing === 0) return;
  notices.info(say.selection.someMissing(files.length, files.length + missing));
}
