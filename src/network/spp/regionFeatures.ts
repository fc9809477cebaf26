import type { UnitBoxes } from '../../base/image/box.ts';
import { spatialPyramidPool } from '../../gpu/kernels/spatialPyramidPool/spatialPyramidPool.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { cellTensors } from './cellTensors.ts';

/** One feature map that regions are pooled from. */
export interface RegionTap {
  readonly tap: string;
  /** Channels of the tap. */
  readonly channels: number;
  /** Bins an axis, one pyramid level after the other. */
  readonly levels: readonly number[];
}

/** Length of the vector that one region gets: Σ over taps of channels · Σ levels². */
export function regionFeatureLength(taps: readonly RegionTap[]): number {
  return taps.reduce((sum, { channels, levels }) => sum + channels * levels.reduce((bins, n) => bins + n * n, 0), 0);
}

/**
 * Spatial pyramid pooling of every region from every tap, joined (He et al. 2014, section 2.2). Each map covers the
 * photo exactly, so a box in shares of the photo is a box in cells after one plain scale.
 * @param maps for each tap // (h, w, channels)
 * @param boxes // (N, 4)
 * @returns // (N, regionFeatureLength(taps)), tap after tap in the order of `taps`
 */
export function regionFeatures(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  taps: readonly RegionTap[],
): tf.Tensor2D {
  return tf.tidy(() => {
    const cells = cellTensors(boxes);
    const pooled = taps.map(({ tap, channels, levels }) => {
      const map = maps[tap];
      if (map === undefined || map.shape[2] !== channels) {
        throw new Error(
          `regionFeatures: got ${map === undefined ? 'no map' : `${map.shape[2]} channels`} for tap ${tap}, wanted ${channels} channels`,
        );
      }
      return spatialPyramidPool(map, cells(map), levels);
    });
    return pooled.length === 1 ? pooled[0]! : tf.concat2d(pooled, 1);
  });
}
