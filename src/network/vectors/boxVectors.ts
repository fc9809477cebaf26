import { boxCount, type UnitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { regionMeans } from '../appearance/regionMeans.ts';
import { regionFeatures } from '../spp/regionFeatures.ts';
import type { VectorDescription, VectorFile } from './vectorFile.ts';

/** What a photo and its regions are to whoever teaches a category, as few numbers each; they know no category. */
export interface BoxVectors {
  readonly description: VectorDescription;
  /**
   * @param maps for the description's tap // (h, w, channels); they stay the caller's
   * @param boxes // (N, 4)
   * @returns // (N, K), not yet of unit length
   */
  of(maps: Readonly<Record<string, tf.Tensor3D>>, boxes: UnitBoxes): tf.Tensor2D;
  dispose(): void;
}

/** Uploads the layer to the current backend. */
export function createBoxVectors({ description, weight, bias }: VectorFile): BoxVectors {
  const { tap, channels, dimensions } = description;
  const layer = {
    weight: tf.keep(tf.tensor2d(weight.values, [2 * channels, dimensions])),
    bias: tf.keep(tf.tensor1d(bias.values)),
  };
  return {
    description,
    of: (maps, boxes) =>
      tf.tidy(() => {
        // It names a map that is missing or has other channels.
        const maxima = regionFeatures(maps, boxes, [{ tap, channels, levels: [1] }]);
        const means = regionMeans(maps[tap]!, tf.tensor2d(boxes, [boxCount(boxes), 4]));
        return tf.add<tf.Tensor2D>(tf.matMul(tf.concat2d([means, maxima], 1), layer.weight), layer.bias);
      }),
    dispose() {
      layer.weight.dispose();
      layer.bias.dispose();
    },
  };
}
