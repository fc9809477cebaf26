import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../../../pipeline/api/pictureSides.ts';
import type { PhotoPicture } from '../../../pipeline/api/pipeline.ts';

const SIDES = { preview: PREVIEW_SIDE, thumbnail: THUMBNAIL_SIDE } as const;

/** Which picture an opened photo shows, in words; `source` is null for none. `width`, `height`: of the photo, pixels. */
export function shownPicture(source: PhotoPicture['source'] | null, width: number, height: number): string {
  if (source === null) return 'No picture is stored here. Drop the file on the page to see it.';
  if (source === 'file') return 'Shown: the photo itself';
  const what = source === 'preview' ? 'the larger picture' : 'the thumbnail';
  const side = SIDES[source];
  if (Math.max(width, height) <= side) return `Shown: ${what} that is stored here, in full size`;
  return `Shown: ${what} of ${side.toLocaleString('en')} px that is stored here. Drop the file on the page to see all of it.`;
}
