import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../../../pipeline/api/pictureSides.ts';
import type { PhotoPicture } from '../../../pipeline/api/pipeline.ts';
import { say } from '../language/say.ts';

const SIDES = { preview: PREVIEW_SIDE, thumbnail: THUMBNAIL_SIDE } as const;

/** Which picture an opened photo shows, in words; `source` is null for none. `width`, `height`: of the photo, pixels. */
export function shownPicture(source: PhotoPicture['source'] | null, width: number, height: number): string {
  if (source === null) return say.photo.noPicture;
  if (source === 'file') return say.photo.shownItself;
  const side = SIDES[source];
  const whole = Math.max(width, height) <= side;
  if (source === 'preview') return whole ? say.photo.largerFull : say.photo.larger(side);
  return whole ? say.photo.thumbnailFull : say.photo.thumbnail(side);
}
