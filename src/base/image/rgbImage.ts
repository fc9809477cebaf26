/**
 * A decoded photo: three bytes a pixel, red first, row after row, no padding.
 * `data` // (height, width, 3), sRGB, 0..255
 */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Checks the sizes once, so that no later stage has to.
 * @throws RangeError when a side is not a positive whole number or `data` is not width·height·3 long.
 */
export function rgbImage(width: number, height: number, data: Uint8Array): RgbImage {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`rgbImage: got ${width}×${height}, wanted positive whole sides`);
  }
  if (data.length !== width * height * 3) {
    throw new RangeError(`rgbImage: got ${data.length} bytes for ${width}×${height}, wanted ${width * height * 3}`);
  }
  return { width, height, data };
}

/** Drops the alpha channel of canvas pixels. `rgba` // (height, width, 4) */
export function rgbImageFromRgba(width: number, height: number, rgba: Uint8Array | Uint8ClampedArray): RgbImage {
  if (rgba.length !== width * height * 4) {
    throw new RangeError(
      `rgbImageFromRgba: got ${rgba.length} bytes for ${width}×${height}, wanted ${width * height * 4}`,
    );
  }
  const data = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = rgba[from]!;
    data[to + 1] = rgba[from + 1]!;
    data[to + 2] = rgba[from + 2]!;
  }
  return rgbImage(width, height, data);
}
