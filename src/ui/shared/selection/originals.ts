import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { distinctNames } from './fileNames.ts';

export interface Originals {
  readonly files: readonly File[];
  /** How many photos the page holds no file of. */
  readonly missing: number;
}

/** The files of photos, as far as the page can still read them, under names that go into one folder. */
export async function originalsOf(
  pipeline: Pick<Pipeline, 'original'>,
  photos: readonly NumberedSummary[],
): Promise<Originals> {
  const held: { readonly photo: NumberedSummary; readonly file: Blob }[] = [];
  for (const photo of photos) {
    const file = await pipeline.original(photo.id);
    if (file !== null) held.push({ photo, file });
  }
  const names = distinctNames(held.map(({ photo }) => photo.name));
  const files = held.map(
    ({ photo, file }, i) =>
      new File([file], names[i] ?? photo.name, { type: file.type, lastModified: photo.lastModified }),
  );
  return { files, missing: photos.length - held.length };
}
