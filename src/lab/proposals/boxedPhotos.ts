import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PixelBoxes, pixelBoxes, pixelFromUnit, unitFromPixel } from '../../base/image/box.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { packedBoxes } from '../../pipeline/labelled/dataset.ts';
import { labelledUpright, uprightFromStored } from '../../pipeline/labelled/storedFrame.ts';
import { decodeFile } from '../../terminal/pictures/decodePhoto.ts';
import { readDataset } from '../data/readDataset.ts';

/** A labelled photo on disk, with the boxes that people drew around its objects, without the difficult ones. */
export interface BoxedPhoto {
  readonly id: string;
  readonly path: string;
  /** As the labels give them, pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the stored file, before EXIF turns it. // (M, 4) */
  readonly objects: PixelBoxes;
}

/** Photos of one role in a folder of any layout (`readDataset`), in its order; `limit` picks evenly from them. */
export function boxedPhotos(folder: string, role: string, limit = Infinity): BoxedPhoto[] {
  const all = readDataset(folder).photos.filter((photo) => photo.role === role);
  if (all.length === 0) throw new Error(`boxedPhotos: no photo of role ${role} in ${folder}`);
  const step = Math.max(1, all.length / limit);
  const chosen = Array.from({ length: Math.min(all.length, limit) }, (_, i) => all[Math.floor(i * step)]!);
  return chosen.map(({ id, file, width, height, boxes }) => ({
    id,
    width,
    height,
    path: join(folder, file),
    objects: pixelBoxes(packedBoxes(boxes.filter(({ difficult }) => !difficult))),
  }));
}

/** A photo's upright pixels and its objects in the same pixels. */
export async function openBoxedPhoto(photo: BoxedPhoto): Promise<{ image: RgbImage; objects: PixelBoxes }> {
  const { image, frame } = await decodeFile(readFileSync(photo.path));
  const labelled = unitFromPixel(photo.objects, photo.width, photo.height);
  const upright = labelledUpright(frame, photo) ? labelled : uprightFromStored(labelled, frame.orientation);
  const asTheyAre = frame.orientation === 1 && photo.width === image.width && photo.height === image.height;
  // Not there and back where nothing changes: the shares of pixels round.
  return { image, objects: asTheyAre ? photo.objects : pixelFromUnit(upright, image.width, image.height) };
}
