import * as tf from '../../../gpu/tfjs/tfjs.ts';
import type { BackboneDescription } from '../../../network/backbone/backboneDescription.ts';
import type { GoldenActivations } from '../../../network/backbone/fixtures/goldenActivations.ts';
import { SYNTHETIC_SEED, syntheticImage } from '../../../network/backbone/fixtures/syntheticImage.ts';
import { normalisedPixels } from '../../../network/backbone/networkInput.ts';
import { goldenActivation } from '../goldenActivation.ts';
import type { GraphModelJson } from './graphModel.ts';

/** The stored graph as tfjs itself loads it. */
export async function loadStoredGraph(json: GraphModelJson, weights: ArrayBuffer): Promise<tf.GraphModel> {
  return tf.loadGraphModel(
    tf.io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest.flatMap((group) => group.weights) as tf.io.WeightsManifestEntry[],
      weightData: weights,
    }),
  );
}

/** Runs the synthetic picture through the stored graph and keeps moments and an even sample of each tap, in NHWC order. */
export function goldenActivations(
  graph: tf.GraphModel,
  description: BackboneDescription,
  ends: Readonly<Record<string, string>>,
  side: number,
): GoldenActivations {
  const golden: Record<string, GoldenActivations[string]> = {};
  tf.tidy(() => {
    const pixels = normalisedPixels(syntheticImage(side, side, SYNTHETIC_SEED), description.input);
    const input = tf.tensor4d(pixels, [1, side, side, 3]).transpose([0, 3, 1, 2]);
    const maps = graph.execute(
      input,
      description.taps.map((tap) => ends[tap]!),
    ) as tf.Tensor[];
    for (const [i, tap] of description.taps.entries()) {
      const map = maps[i]!.transpose([0, 2, 3, 1]).squeeze([0]);
      golden[tap] = goldenActivation(map.shape, map.dataSync<'float32'>());
    }
  });
  return golden;
}
