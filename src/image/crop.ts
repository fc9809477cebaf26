import { rgbImage, type RgbImage } from './rgbImage.ts';

/**
 * The pixels of a rectangle of whole pixels; the far edge is out.
 * @throws RangeError when the rectangle is empty, not whole or leaves the image.
 */
export function crop(image: RgbImage, x0: number, y0: number, x1: number, y1: number): RgbImage {
  const whole = [x0, y0, x1, y1].every(Number.isInteger);
  if (!whole || x0 < 0 || y0 < 0 || x1 > image.width || y1 > image.height || x0 >= x1 || y0 >= y1) {
    throw new RangeError(`crop: got (${x0}, ${y0}, ${x1}, ${y1}), wanted a rectangle of whole pixels inside ${image.width}×${image.height}`);
  }
  const stride = (x1 - x0) * 3;
  const data = new Uint8Array(stride * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    const from = (y * image.width + x0) * 3;
    data.set(image.data.subarray(from, from + stride), (y - y0) * stride);
  }
  return rgbImage(x1 - x0, y1 - y0, data);
}
