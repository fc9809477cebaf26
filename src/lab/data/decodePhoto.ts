import sharp from 'sharp';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';

/**
 * A photo's pixels with its EXIF orientation baked in, as the browser decodes it.
 * @param file a path, or the file's bytes
 * @throws Error when the file is no picture or is damaged.
 */
export async function decodePhoto(file: string | Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(file)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rgbImage(info.width, info.height, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}
