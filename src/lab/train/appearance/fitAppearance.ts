import {
  float16ToFloat32,
  float32ToFloat16,
  type NamedArray,
  type WeightsFile,
} from '../../../base/weights/safetensors.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../../network/appearance/appearanceBits.ts';
import { type AppearanceDescription, appearanceMetadata } from '../../../network/appearance/appearanceFile.ts';
import { learnDiscriminantItq, type Views } from '../../quantisation/discriminantItq.ts';
import type { ItqModel } from '../../quantisation/itq.ts';
import { CODES } from './appearanceConfig.ts';

/** The file that the network reads. @param photos whole photos, each with its copies @param regions each in a photo and in a copy */
export function fitAppearance(description: AppearanceDescription, photos: Views, regions: Views): WeightsFile {
  const photo = hashLayerOf(learnDiscriminantItq(photos, APPEARANCE_BITS, CODES));
  const region = hashLayerOf(learnDiscriminantItq(regions, REGION_APPEARANCE_BITS, CODES));
  return {
    tensors: new Map([
      ['photo.weight', photo.weight],
      ['photo.bias', photo.bias],
      ['region.weight', region.weight],
      ['region.bias', region.bias],
    ]),
    metadata: appearanceMetadata(description),
  };
}

/**
 * The hash layer with the model's bits: Pᵀ(x − m) > 0 is W·x + b > 0 with b = −Pᵀm. A column is scaled to a largest weight of 1, which no bit
 * feels, so that float16 holds it; W is rounded before b is taken, so that the rounding of a large mean does not shift a bit.
 */
export function hashLayerOf({ dimensions, bits, mean, projection }: ItqModel): {
  weight: NamedArray;
  bias: NamedArray;
} {
  const weight = new Float32Array(dimensions * bits);
  const bias = new Float32Array(bits);
  for (let bit = 0; bit < bits; bit++) {
    let largest = 0;
    for (let d = 0; d < dimensions; d++) largest = Math.max(largest, Math.abs(projection[d * bits + bit]!));
    let shift = 0;
    for (let d = 0; d < dimensions; d++) {
      const rounded = float16ToFloat32(float32ToFloat16(projection[d * bits + bit]! / (largest || 1)));
      weight[d * bits + bit] = rounded;
      shift -= rounded * mean[d]!;
    }
    bias[bit] = shift;
  }
  return { weight: { shape: [dimensions, bits], values: weight }, bias: { shape: [bits], values: bias } };
}
