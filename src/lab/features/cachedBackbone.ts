import type { RgbImage } from '../../base/image/rgbImage.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import type { JoinedBackbone } from '../../network/backbone/joinedBackbone.ts';
import type { JoinedCache } from './joinedCache.ts';

/** A backbone that reads the maps of photos from the disk where they are cached, and runs where they are not. */
export interface CachedBackbone extends JoinedBackbone {
  /**
   * Says which photo an image is, before it is run.
   * @param key `contentKey` of its file
   * @returns whether its maps of `taps` are all cached
   */
  name(image: RgbImage, key: string, taps: readonly string[]): boolean;
}

/** @param cache of the same versions as the backbone, or null, which caches nothing */
export function cachedBackbone(backbone: JoinedBackbone, cache: JoinedCache | null): CachedBackbone {
  const keys = new WeakMap<RgbImage, string>();
  const heldTaps = <Tap extends string>(key: string | undefined, taps: readonly Tap[]): readonly Tap[] => {
    const held = key === undefined ? [] : (cache?.held(key, taps) ?? []);
    return taps.filter((tap) => held.includes(tap));
  };
  return {
    ...backbone,
    name(image, key, taps) {
      keys.set(image, key);
      return heldTaps(key, taps).length === taps.length;
    },
    run<Tap extends string>(image: RgbImage, taps: readonly Tap[]): Record<Tap, tf.Tensor3D> {
      const key = keys.get(image);
      const held = heldTaps(key, taps);
      const run: Partial<Record<Tap, tf.Tensor3D>> = backbone.run(
        image,
        taps.filter((tap) => !held.includes(tap)),
      );
      if (key === undefined || cache === null || held.length === 0) return run as Record<Tap, tf.Tensor3D>;
      const read = Object.entries(cache.maps(key, held)).map(
        ([tap, { h, w, d, values }]) => [tap, tf.tensor3d(values, [h, w, d])] as const,
      );
      return { ...run, ...Object.fromEntries(read) } as Record<Tap, tf.Tensor3D>;
    },
  };
}
