import { resize } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { InputNormalisation } from './backboneDescription.ts';

/** The coarsest stride: sides that are multiples of it give maps that cover the photo exactly. */
export const COARSEST_STRIDE = 32;

/**
 * The size at which a photo of width×height enters the network: longer side `inputSide`, each side rounded to a multiple
 * of 32. So unit boxes become cells by a plain scale, at the price of a few percent of stretching.
 * @throws RangeError when `inputSide` is not a positive multiple of 32.
 */
export function networkInputSize(width: number, height: number, inputSide: number): { width: number; height: number } {
  if (!Number.isInteger(inputSide / COARSEST_STRIDE) || inputSide < COARSEST_STRIDE) {
    throw new RangeError(
      `networkInputSize: got an input side of ${inputSide}, wanted a positive multiple of ${COARSEST_STRIDE}`,
    );
  }
  const scale = inputSide / Math.max(width, height);
  const rounded = (side: number) => Math.max(1, Math.round((side * scale) / COARSEST_STRIDE)) * COARSEST_STRIDE;
  return { width: rounded(width), height: rounded(height) };
}

/** (byte − mean) / deviation in the network's channel order. // (height, width, 3) */
export function normalisedPixels(image: RgbImage, { order, mean, deviation }: InputNormalisation): Float32Array {
  const { data } = image;
  const out = new Float32Array(data.length);
  // A table of 256 quotients a channel instead of 400,000 divisions: the same numbers, 0.7 ms instead of 6.
  const [a, b, c] = [0, 1, 2].map((channel) =>
    Float32Array.from({ length: 256 }, (_, byte) => (byte - mean[channel]!) / deviation[channel]!),
  );
  const [first, last] = order === 'bgr' ? [2, 0] : [0, 2];
  for (let i = 0; i < out.length; i += 3) {
    out[i] = a![data[i + first]!]!;
    out[i + 1] = b![data[i + 1]!]!;
    out[i + 2] = c![data[i + last]!]!;
  }
  return out;
}

/** The photo at the network's size. */
export function fittedToNetwork(image: RgbImage, inputSide: number): RgbImage {
  const { width, height } = networkInputSize(image.width, image.height, inputSide);
  return resize(image, width, height);
}
