import type { GoldenActivations } from '../../../network/backbone/fixtures/goldenActivations.ts';
import { SYNTHETIC_SEED, syntheticImage } from '../../../network/backbone/fixtures/syntheticImage.ts';
import { normalisedPixels } from '../../../network/backbone/networkInput.ts';
import { SSD_MOBILENET_V2 } from '../../../network/backbone/ssdMobilenetV2.ts';
import { goldenActivation } from '../goldenActivation.ts';
import { runLiteRt } from './liteRt.ts';
import { SSD_SIDE, ssdEnds } from './objectron.ts';
import { readTflite, withOutputs } from './tfliteModel.ts';

/**
 * What TensorFlow Lite's own interpreter gives for the synthetic picture, by tap. The stored model has two outputs; copies of it that
 * name the taps' tensors as outputs are run in their place.
 */
export async function ssdGoldenActivations(bytes: Uint8Array): Promise<GoldenActivations> {
  const model = readTflite(bytes);
  const ends = ssdEnds(model);
  const input = normalisedPixels(syntheticImage(SSD_SIDE, SSD_SIDE, SYNTHETIC_SEED), SSD_MOBILENET_V2.input);
  const golden: Record<string, GoldenActivations[string]> = {};
  const [first, second, third] = SSD_MOBILENET_V2.taps as [string, string, string];
  for (const pair of [
    [first, second],
    [third, second],
  ]) {
    const patched = withOutputs(
      bytes,
      pair.map((tap) => ends[tap]!),
    );
    const maps = await runLiteRt(patched, input, [1, SSD_SIDE, SSD_SIDE, 3]);
    for (const [i, tap] of pair.entries()) golden[tap] = goldenActivation(model.shapes[ends[tap]!]!.slice(1), maps[i]!);
  }
  return Object.fromEntries(SSD_MOBILENET_V2.taps.map((tap) => [tap, golden[tap]!]));
}
