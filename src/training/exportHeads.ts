import { headsMetadata } from '../network/headsFile.ts';
import type { Calibration } from '../network/labels/calibration.ts';
import { float16ToFloat32, float32ToFloat16, type NamedArray, type WeightsFile } from '../weights/safetensors.ts';
import type { HeadsVariables } from './headsVariables.ts';

/**
 * The trained heads as they are shipped: the standardisation of the region features is folded into the first layer, so
 * that the network pools and multiplies raw features.
 *
 * h = W (x − m)/s + V (x_0 − m)/s + b = W' x + V' x_0 + b' with W' = W/s, V' = V/s, b' = b − Σ_k m_k (W'_k + V'_k).
 * W' and V' are rounded to float16 before b' is taken, so that the rounding of a large mean does not shift the layer.
 */
export function exportHeads(heads: HeadsVariables, mean: Float32Array, deviation: Float32Array, calibration: Calibration): WeightsFile {
  const tensors = heads.read();
  const { hidden: width } = heads.description;
  const bias = Float64Array.from(tensors.get('hidden.bias')!.values);
  for (const name of ['hidden.weight', 'hidden.context']) {
    const { shape, values } = tensors.get(name)!;
    const folded = values.map((value, i) => float16ToFloat32(float32ToFloat16(value / deviation[Math.floor(i / width)]!)));
    folded.forEach((value, i) => {
      bias[i % width]! -= mean[Math.floor(i / width)]! * value;
    });
    tensors.set(name, { shape, values: folded });
  }
  const categories = heads.description.categories.length;
  const { detectorClasses } = heads.description;
  if (detectorClasses > 0) {
    const { shape, values } = tensors.get('evidence.weight')!;
    const first = mean.length - detectorClasses;
    const folded = values.map((value, i) => float16ToFloat32(float32ToFloat16(value / deviation[first + Math.floor(i / categories)]!)));
    const labelBias = Float64Array.from(tensors.get('label.bias')!.values);
    folded.forEach((value, i) => {
      labelBias[i % categories]! -= mean[first + Math.floor(i / categories)]! * value;
    });
    tensors.set('evidence.weight', { shape, values: folded });
    tensors.set('label.bias', { shape: [categories], values: Float32Array.from(labelBias) });
  }
  const named = (values: Float32Array): NamedArray => ({ shape: [categories], values });
  tensors.set('hidden.bias', { shape: [width], values: Float32Array.from(bias) });
  tensors.set('calibration.slope', named(calibration.slope));
  tensors.set('calibration.offset', named(calibration.offset));
  tensors.set('calibration.gate', named(calibration.gate));
  return { tensors, metadata: headsMetadata(heads.description) };
}
