import sharp from 'sharp';
import { mirrored } from '../../base/image/mirror.ts';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';

/** What somebody did to a photo before it was saved again. */
export interface PhotoEdit {
  /** The part that is kept, in shares of the photo. */
  readonly crop: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly mirrored: boolean;
  /** Factor on every byte: 1 changes nothing, 0 is black. */
  readonly brightness: number;
  /** Distance from the pixel's own grey: 1 changes nothing, 0 is a grey picture. */
  readonly colour: number;
  /** JPEG quality of the new file, 1..100. */
  readonly quality: number;
}

/**
 * The bytes of the JPEG file that the edit leaves: cropped to whole pixels, mirrored, made brighter, given more or less colour (the luma of
 * BT.601 stays), compressed.
 * @throws RangeError when the crop has no pixel or leaves the photo.
 */
export async function editedCopy(image: RgbImage, edit: PhotoEdit): Promise<Uint8Array> {
  const part = cropped(image, edit.crop);
  const { width, height, data } = toned(edit.mirrored ? mirrored(part) : part, edit);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: edit.quality })
    .toBuffer();
}

function cropped({ width, height, data }: RgbImage, [x0, y0, x1, y1]: PhotoEdit['crop']): RgbImage {
  const [left, top] = [Math.round(x0 * width), Math.round(y0 * height)];
  const [right, bottom] = [Math.round(x1 * width), Math.round(y1 * height)];
  if (!(left >= 0 && top >= 0 && right > left && bottom > top && right <= width && bottom <= height)) {
    throw new RangeError(`editedCopy: got the crop [${[x0, y0, x1, y1].join(', ')}], wanted a part of the photo`);
  }
  const out = new Uint8Array((right - left) * (bottom - top) * 3);
  for (let y = top, to = 0; y < bottom; y++, to += (right - left) * 3) {
    out.set(data.subarray((y * width + left) * 3, (y * width + right) * 3), to);
  }
  return rgbImage(right - left, bottom - top, out);
}

function toned({ width, height, data }: RgbImage, { brightness, colour }: PhotoEdit): RgbImage {
  // Clamps and rounds as it is written.
  const out = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i += 3) {
    const [r, g, b] = [data[i]! * brightness, data[i + 1]! * brightness, data[i + 2]! * brightness];
    const grey = 0.299 * r + 0.587 * g + 0.114 * b;
    out[i] = grey + (r - grey) * colour;
    out[i + 1] = grey + (g - grey) * colour;
    out[i + 2] = grey + (b - grey) * colour;
  }
  return rgbImage(width, height, new Uint8Array(out.buffer));
}
