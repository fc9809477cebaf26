import { boxCount, type UnitBoxes } from '../../base/image/box.ts';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { evidenceOf } from '../heads/heads.ts';
import type { HeadsDescription } from '../heads/headsDescription.ts';
import { regionFeatures } from '../spp/regionFeatures.ts';

/** Float16 bits of numbers. */
export function halvesOf(values: Float32Array): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(values, float32ToFloat16);
}

/**
 * What training sees of a photo: the features of its regions, pooled ones first and the detector's evidence last.
 * @param maps for each of `headsTaps(description)` // (h, w, channels); they stay the caller's
 * @param boxes the whole photo first // (regions, 4)
 * @returns float16 bits // (regions, S)
 */
export async function photoRegions(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  { taps, detectorClasses }: Pick<HeadsDescription, 'taps' | 'detectorClasses'>,
): Promise<Uint16Array<ArrayBuffer>> {
  const evidence = detectorClasses > 0 ? await evidenceOf(maps, boxes, detectorClasses) : null;
  const features = tf.tidy(() => {
    const pooled = regionFeatures(maps, boxes, taps);
    return evidence === null
      ? pooled
      : tf.concat2d([pooled, tf.tensor2d(evidence, [boxCount(boxes), detectorClasses])], 1);
  });
  try {
    return halvesOf(await features.data<'float32'>());
  } finally {
    features.dispose();
  }
}
