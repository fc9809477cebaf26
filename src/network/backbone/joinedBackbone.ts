import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import type * as tf from '../../gpu/tfjs/tfjs.ts';
import { type Backbone, loadBackbone } from './backbone.ts';
import { backbonesNamed } from './backbones.ts';

/**
 * Backbones side by side, each on the photo at its own size. Their maps are one joined feature map to all that reads them: every map
 * covers the photo exactly, so spatial pyramid pooling takes a region from each by a scale of its own. One backbone alone is joined
 * with nothing, and has the version that it has by itself.
 */
export interface JoinedBackbone {
  readonly parts: readonly Backbone[];
  /** The versions of the parts, joined by `+`; codes of two versions are never compared. */
  readonly version: string;
  /**
   * Maps of one photo. The caller owns the tensors.
   * @returns for each tap // (h, w, channels), float32
   * @throws Error for an unknown tap.
   */
  run<Tap extends string>(image: RgbImage, taps: readonly Tap[]): Record<Tap, tf.Tensor3D>;
  dispose(): void;
}

/** @throws Error where two parts have a tap of one name: nobody could say which is meant. */
export function joinedBackbone(parts: readonly Backbone[]): JoinedBackbone {
  const owners = new Map<string, Backbone>();
  for (const part of parts) {
    for (const tap of part.description.taps) {
      const other = owners.get(tap);
      if (other !== undefined)
        throw new Error(
          `joinedBackbone: ${other.description.name} and ${part.description.name} both have a tap ${tap}, wanted names of their own`,
        );
      owners.set(tap, part);
    }
  }
  return {
    parts,
    version: parts.map(({ version }) => version).join('+'),
    run(image, taps) {
      const unknown = taps.find((tap) => !owners.has(tap));
      if (unknown !== undefined)
        throw new Error(`joinedBackbone: got tap ${unknown}, wanted one of ${[...owners.keys()].join(', ')}`);
      const maps: Partial<Record<string, tf.Tensor3D>> = {};
      for (const part of parts) {
        const own = taps.filter((tap) => owners.get(tap) === part);
        if (own.length > 0) Object.assign(maps, part.run(image, own));
      }
      return maps as Record<(typeof taps)[number], tf.Tensor3D>;
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

/**
 * Fetches the weights of every part and uploads them.
 * @param name as `backbonesNamed` reads it
 * @param inputSide longer side for every part; each one's own if not given
 * @throws whatever `loadBackbone` throws; what had been uploaded is disposed then.
 */
export async function loadJoinedBackbone(name: string, load: ModelLoader, inputSide?: number): Promise<JoinedBackbone> {
  const loading = backbonesNamed(name).map((description) => loadBackbone(description, load, inputSide));
  const settled = await Promise.allSettled(loading);
  const parts = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failure = settled.find((result) => result.status === 'rejected');
  if (failure === undefined) return joinedBackbone(parts);
  for (const part of parts) part.dispose();
  throw failure.reason;
}
