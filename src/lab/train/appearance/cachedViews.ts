import { float16ToFloat32 } from '../../../base/weights/safetensors.ts';
import type { FeatureCache } from '../../features/featureCache.ts';
import type { Views } from '../../quantisation/discriminantItq.ts';

/** One map of all photos in the cache as views. @param views of one thing @throws Error when a photo has no whole number of things. */
export function cachedViews(cache: FeatureCache, ids: readonly string[], tap: string, views: number): Views {
  const maps = ids.map((id) => cache.halves(id, tap));
  const odd = maps.findIndex(({ h }) => h % views !== 0);
  if (odd >= 0)
    throw new Error(`cachedViews: photo ${ids[odd]} has ${maps[odd]!.h} rows of ${tap}, wanted ${views} a thing`);
  const features = new Float32Array(maps.reduce((sum, { halves }) => sum + halves.length, 0));
  let at = 0;
  for (const { halves } of maps) for (const half of halves) features[at++] = float16ToFloat32(half);
  return { features, dimensions: cache.header.taps[tap]!, views };
}
