import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import { sppFullyConnected } from '../../gpu/kernels/sppFullyConnected/sppFullyConnected.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { cellTensors } from '../spp/cellTensors.ts';
import { type RegionTap, regionFeatureLength, regionFeatures } from '../spp/regionFeatures.ts';
import type { LabelBranchWeights } from './labelBranch.ts';

/**
 * The intermediate feature of each proposal without the region features ever being written: each tap is pooled straight into its rows
 * of the layer, and the taps' shares are added. The same as `intermediateFeature` of the joined features but for rounding.
 * @param maps for each tap // (h, w, channels)
 * @param boxes // (N, 4), N ≥ 1; box 0 is the whole photo
 * @param evidence the features' last columns // (N, K), null where there are none
 * @returns // (N, E)
 */
export function regionHidden(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  evidence: tf.Tensor2D | null,
  taps: readonly RegionTap[],
  { weight, context, bias }: Pick<LabelBranchWeights, 'weight' | 'context' | 'bias'>,
): tf.Tensor2D {
  return tf.tidy(() => {
    const whole = regionFeatures(maps, unitBoxes(boxes.subarray(0, 4)), taps);
    const scene: tf.Tensor2D = tf.add(
      tf.matMul(
        evidence ? tf.concat2d([whole, tf.slice2d(evidence, [0, 0], [1, evidence.shape[1]])], 1) : whole,
        context,
      ),
      bias,
    );
    const cells = cellTensors(boxes);
    const shares: tf.Tensor2D[] = [];
    let row = 0;
    for (const tap of taps) {
      const rows = regionFeatureLength([tap]);
      const map = maps[tap.tap]!;
      shares.push(
        sppFullyConnected(map, cells(map), tap.levels, tf.slice2d(weight, [row, 0], [rows, weight.shape[1]])),
      );
      row += rows;
    }
    if (evidence) shares.push(tf.matMul(evidence, tf.slice2d(weight, [row, 0], [evidence.shape[1], weight.shape[1]])));
    // Two by two: `addN` binds all of its inputs in one shader, and a device need not have room for more than eight buffers.
    return tf.relu(shares.reduce((sum, share) => tf.add(sum, share), scene));
  });
}
