import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { type PixelBoxes, pixelBoxes } from '../../base/image/box.ts';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';

/** A labelled photo on disk, with the boxes that people drew around its objects, without the difficult ones. */
export interface BoxedPhoto {
  readonly id: string;
  readonly path: string;
  /** Pixels of the stored file. // (M, 4) */
  readonly objects: PixelBoxes;
}

interface Annotation {
  readonly id: string;
  readonly file: string;
  readonly role: string;
  readonly boxes: readonly { x: number; y: number; w: number; h: number; difficult?: boolean | number }[];
}

/** Photos of one role in a folder in Facet's own format (annotations.json), in the order of that file; `limit` picks evenly from them. */
export function boxedPhotos(folder: string, role: string, limit = Infinity): BoxedPhoto[] {
  const annotations: Annotation[] = JSON.parse(readFileSync(join(folder, 'annotations.json'), 'utf8'));
  const all = annotations.filter((annotation) => annotation.role === role);
  if (all.length === 0) throw new Error(`boxedPhotos: no photo of role ${role} in ${folder}`);
  const step = Math.max(1, all.length / limit);
  const chosen = Array.from({ length: Math.min(all.length, limit) }, (_, i) => all[Math.floor(i * step)]!);
  return chosen.map(({ id, file, boxes }) => ({
    id,
    path: join(folder, file),
    objects: pixelBoxes(
      Float32Array.from(boxes.filter((box) => !box.difficult).flatMap(({ x, y, w, h }) => [x, y, x + w, y + h])),
    ),
  }));
}

/** Decodes a photo file and applies its EXIF orientation. */
export async function decodePhoto(path: string): Promise<RgbImage> {
  const { data, info } = await sharp(path)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rgbImage(info.width, info.height, new Uint8Array(data));
}
