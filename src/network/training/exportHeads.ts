import {
  float16ToFloat32,
  float32ToFloat16,
  type NamedArray,
  type WeightsFile,
} from '../../base/weights/safetensors.ts';
import { headsMetadata } from '../heads/headsFile.ts';
import type { Calibration } from '../labels/calibration.ts';
import type { HeadsVariables } from './headsVariables.ts';

/**
 * The trained heads as they are shipped: the standardisation of the region features is folded into the first layer, so
 * that the network pools and multiplies raw features.
 *
 * h = W (x − m)/s + V (x_0 − m)/s + b = W' x + V' x_0 + b' with W' = W/s, V' = V/s, b' = b − Σ_k m_k (W'_k + V'_k).
 * W' and V' are rounded to float16 before b' is taken, so that the rounding of a large mean does not shift the layer.
 */
export function exportHeads(
  heads: HeadsVariables,
  mean: Float32Array,
  deviation: Float32Array,
  calibration: Calibration,
): WeightsFile {
  const tensors = heads.read();
  const { detectorClasses } = heads.description;
  const fold = (weight: string, bias: string, first: number): void => {
    const folded = foldedLayer(
      tensors.get(weight)!,
      tensors.get(bias)!,
      mean.subarray(first),
      deviation.subarray(first),
    );
    tensors.set(weight, folded.weight);
    tensors.set(bias, folded.bias);
  };
  fold('hidden.weight', 'hidden.bias', 0);
  fold('hidden.context', 'hidden.bias', 0);
  // The detector's classes are the last of the features, and the evidence goes past the hidden layer to the logits.
  if (detectorClasses > 0) fold('evidence.weight', 'label.bias', mean.length - detectorClasses);
  const named = (values: Float32Array): NamedArray => ({ shape: [values.length], values });
  tensors.set('calibration.slope', named(calibration.slope));
  tensors.set('calibration.offset', named(calibration.offset));
  tensors.set('calibration.gate', named(calibration.gate));
  return { tensors, metadata: headsMetadata(heads.description) };
}

/** W' = W/s, rounded to float16, and b' = b − W'ᵀ m. `weight` // (inputs, outputs); `mean` and `deviation` // at least (inputs,) */
function foldedLayer(
  { shape, values }: NamedArray,
  bias: NamedArray,
  mean: Float32Array,
  deviation: Float32Array,
): { weight: NamedArray; bias: NamedArray } {
  const outputs = bias.values.length;
  const folded = values.map((value, i) =>
    float16ToFloat32(float32ToFloat16(value / deviation[Math.floor(i / outputs)]!)),
  );
  const shifted = Float64Array.from(bias.values);
  folded.forEach((value, i) => {
    shifted[i % outputs]! -= mean[Math.floor(i / outputs)]! * value;
  });
  return { weight: { shape, values: folded }, bias: { shape: bias.shape, values: Float32Array.from(shifted) } };
}
