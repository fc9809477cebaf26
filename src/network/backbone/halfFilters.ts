import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { type HalfFilter, halfFilter } from '../../gpu/kernels/fusedConvolution/halfFilter.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * The weights of convolutions once more in float16, where float16 holds them exactly, as it does the weights of a file of float16.
 * Each is made when it is first asked for: most machines never do.
 */
export class HalfFilters {
  readonly #weights: WeightsFile;
  readonly #made = new Map<string, HalfFilter | null>();

  constructor(weights: WeightsFile) {
    this.#weights = weights;
  }

  /** @param layer name of a convolution */
  of(layer: string): HalfFilter | null {
    let half = this.#made.get(layer);
    if (half === undefined) {
      const {
        values,
        shape: [height, width, inChannels, outChannels],
      } = this.#weights.tensors.get(`${layer}.weight`)!;
      half = outChannels! % 4 === 0 ? halfFilter(values, [height!, width!, inChannels!, outChannels!]) : null;
      if (half !== null) tf.keep(half.packed);
      this.#made.set(layer, half);
    }
    return half;
  }

  dispose(): void {
    for (const half of this.#made.values()) half?.packed.dispose();
    this.#made.clear();
  }
}
