import * as tf from '../../gpu/tfjs/tfjs.ts';
import { type Dropout, regionPass } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import type { Random } from './random.ts';
import type { RegionStore } from './regionStore.ts';
import { drawnRegions } from './trainLabels.ts';

/** What the hash layers and the calibration need of each photo, on the CPU. */
export interface PhotoPass {
  /** Pooled logits. // (photos, C) */
  readonly pooled: Float32Array;
  /** f_c // (photos, C·d) */
  readonly groups: Float32Array;
}

const PHOTOS_AT_ONCE = 16;

/** The trained region stage over `photos`, all their regions (up to `perPhoto`) or a draw of them under dropout. */
export function photoPass(
  heads: HeadsVariables,
  store: RegionStore,
  photos: readonly number[],
  perPhoto: number,
  random: Random,
  dropout: Dropout,
): PhotoPass {
  const { categories, groupWidth } = heads.description;
  const pooled = new Float32Array(photos.length * categories.length);
  const groups = new Float32Array(photos.length * categories.length * groupWidth);
  for (let from = 0; from < photos.length; from += PHOTOS_AT_ONCE) {
    tf.tidy(() => {
      const features = drawnRegions(store, photos.slice(from, from + PHOTOS_AT_ONCE), perPhoto, random);
      const pass = regionPass(features, heads, dropout);
      pooled.set(pass.pooled.dataSync(), from * categories.length);
      groups.set(pass.groups.dataSync(), from * categories.length * groupWidth);
    });
  }
  return { pooled, groups };
}
