import { boxCount, type UnitBoxes } from '../../base/image/box.ts';
import { hashLayer } from '../../gpu/kernels/hashLayer/hashLayer.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import type { AppearanceDescription, AppearanceFile } from './appearanceFile.ts';
import { regionMeans } from './regionMeans.ts';

/** Packed codes of what a photo and its regions look like, on the backend. */
export interface AppearanceCodes {
  /** // (1, 4), int32 */
  readonly photo: tf.Tensor2D;
  /** // (C, 2), int32 */
  readonly regions: tf.Tensor2D;
}

/**
 * Codes of looks: mean of each channel of the maps that the backbone computes anyway, then a hash layer. Unlike the other codes they know no
 * category, so they tell apart what those tie and find a picture's edited copies.
 */
export interface Appearance {
  readonly description: AppearanceDescription;
  /**
   * @param maps for each tap of the description // (h, w, channels); they stay the caller's
   * @param boxes // (N, 4); box 0 is the photo, or the region that stands for it
   * @param winners // (C,), int32, index into `boxes`
   */
  codes(maps: Readonly<Record<string, tf.Tensor3D>>, boxes: UnitBoxes, winners: tf.Tensor1D): AppearanceCodes;
  dispose(): void;
}

/** Means of all taps, joined. @param boxes // (N, 4) @returns // (N, K) @throws Error naming a tap whose map is missing or has other channels. */
export function appearanceFeatures(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: tf.Tensor2D,
  { taps }: AppearanceDescription,
): tf.Tensor2D {
  return tf.tidy(() => {
    const means = taps.map(({ tap, channels }) => {
      const map = maps[tap];
      if (map?.shape[2] !== channels) {
        throw new Error(
          `appearanceFeatures: got ${map === undefined ? 'no map' : `${map.shape[2]} channels`} for tap ${tap}, wanted ${channels} channels`,
        );
      }
      return regionMeans(map, boxes);
    });
    return means.length === 1 ? means[0]! : tf.concat2d(means, 1);
  });
}

/** Uploads the weights to the current backend. */
export function createAppearance({ description, weights }: AppearanceFile): Appearance {
  const uploaded = new Map(
    [...weights.tensors].map(([name, { values, shape }]) => [name, tf.keep(tf.tensor(values, [...shape], 'float32'))]),
  );
  const get = <T extends tf.Tensor>(name: string): T => uploaded.get(name)! as T;
  return {
    description,
    codes: (maps, boxes, winners) =>
      tf.tidy(() => {
        const all = tf.tensor2d(boxes, [boxCount(boxes), 4]);
        const looked = tf.concat2d([tf.slice2d(all, [0, 0], [1, 4]), tf.gather(all, winners)], 0);
        const features = appearanceFeatures(maps, looked, description);
        const [categories, width] = [winners.shape[0], features.shape[1]];
        const photo = tf.slice2d(features, [0, 0], [1, width]);
        const regions = tf.slice2d(features, [1, 0], [categories, width]);
        return {
          photo: hashLayer(photo, get<tf.Tensor2D>('photo.weight'), get<tf.Tensor1D>('photo.bias')),
          regions: hashLayer(regions, get<tf.Tensor2D>('region.weight'), get<tf.Tensor1D>('region.bias')),
        };
      }),
    dispose() {
      for (const tensor of uploaded.values()) tensor.dispose();
      uploaded.clear();
    },
  };
}
