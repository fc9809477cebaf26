import { cocoClassOf } from '../network/backbone/cocoClasses.ts';
import type { HeadsDescription } from '../network/headsDescription.ts';
import type { NamedArray } from '../weights/safetensors.ts';

/**
 * The evidence weights that training starts from: a category that the detector knows by name begins with that class's
 * evidence at `weight`, every other one with none. No photo's boxes are used.
 * @param deviation of the standardised region features, evidence last // (S,)
 */
export function initialEvidence(description: HeadsDescription, deviation: Float32Array, weight: number): NamedArray {
  const { categories, detectorClasses } = description;
  const values = new Float32Array(detectorClasses * categories.length);
  const first = deviation.length - detectorClasses;
  categories.forEach((category, c) => {
    const known = cocoClassOf(category);
    if (known !== null && known < detectorClasses) values[known * categories.length + c] = weight * deviation[first + known]!;
  });
  return { shape: [detectorClasses, categories.length], values };
}
