import { join } from 'node:path';
import { backbonesNamed } from '../../network/backbone/backbones.ts';
import { type CachedMap, openFeatureCache } from './featureCache.ts';

/** The folder of one part's maps within a cache: the cache itself where the backbone has one part, else a folder of the part's name. */
export function partFolder(folder: string, backbone: string, part: string): string {
  return backbonesNamed(backbone).length === 1 ? folder : join(folder, part);
}

export interface JoinedCache {
  /** Those of `taps` whose maps of a photo are at hand: a part may have seen photos that another has not. Photos are named by their `contentKey`. */
  held(key: string, taps: readonly string[]): readonly string[];
  /** Reads from the disk each time. @throws Error for a photo or a tap that is not cached. */
  maps(key: string, taps: readonly string[]): Readonly<Record<string, CachedMap>>;
  close(): void;
}

/**
 * The caches that `npm run features` wrote for the parts of a backbone, as one.
 * @param versions of the parts, in their order
 * @throws Error where a part's maps are of another version or mirrored otherwise, or its folder holds no cache.
 */
export function openJoinedCache(
  folder: string,
  backbone: string,
  versions: readonly string[],
  mirrored: boolean,
): JoinedCache {
  const caches = backbonesNamed(backbone).map(({ name }) => openFeatureCache(partFolder(folder, backbone, name)));
  for (const [i, { header }] of caches.entries()) {
    if (header.backbone !== versions[i])
      throw new Error(`openJoinedCache: ${folder} holds maps of ${header.backbone}, wanted ${versions[i]}`);
    if (header.flip !== mirrored)
      throw new Error(
        `openJoinedCache: the maps of ${folder} are of photos ${header.flip ? 'mirrored' : 'as they are'}, wanted the other`,
      );
  }
  return {
    held: (key, taps) => taps.filter((tap) => caches.some((cache) => cache.has(key) && tap in cache.header.taps)),
    maps(key, taps) {
      const unknown = taps.find((tap) => !caches.some(({ header }) => tap in header.taps));
      if (unknown !== undefined) throw new Error(`openJoinedCache: ${folder} holds no maps of tap ${unknown}`);
      return Object.assign(
        {},
        ...caches.map((cache) => {
          const own = taps.filter((tap) => tap in cache.header.taps);
          return own.length === 0 ? {} : cache.photo(key, own).maps;
        }),
      ) as Record<string, CachedMap>;
    },
    close() {
      for (const cache of caches) cache.close();
    },
  };
}
