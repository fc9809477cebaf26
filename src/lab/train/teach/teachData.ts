import { join } from 'node:path';
import { bagsOf } from '../../../network/taught/photoBags.ts';
import { truthOf } from '../../../pipeline/measures/labelFigures.ts';
import { contentKeyOfFile } from '../../data/contentKey.ts';
import { readDataset } from '../../data/readDataset.ts';
import { type CachedMap, type FeatureCache, openFeatureCache } from '../../features/featureCache.ts';
import {
  balanceTaps,
  photoVectors,
  pooledGrid,
  pooledMap,
  TEACH_TAPS,
  type VectorLayer,
  vectorLayer,
  WHITENING,
} from './photoVectors.ts';
import type { TeachPhotos } from './teachFigures.ts';

/** Labelled photos with their vectors, and the layer that made these. */
export interface TeachData {
  readonly categories: number;
  /** Of role `train`, which the layer is fitted on. */
  readonly gallery: TeachPhotos;
  readonly queries: TeachPhotos;
  readonly layer: VectorLayer;
  /** Numbers of a feature, which the layer is applied to once it is multiplied by these. // (width,) */
  readonly scales: readonly number[];
  readonly parts: readonly { readonly backbone: string; readonly taps: readonly string[] }[];
}

export interface TeachDataOptions {
  readonly whitening?: number;
  /** Without windows of a grid, which stand for the regions that the page keeps. */
  readonly whole?: boolean;
}

/**
 * @param data a labelled folder
 * @param folders of feature maps, as `npm run features` writes them; photos that one of them lacks are left out
 * @throws Error when a folder is of a backbone for which no tap is chosen
 */
export function teachData(
  data: string,
  folders: readonly string[],
  { whitening = WHITENING, whole = false }: TeachDataOptions = {},
): TeachData {
  const dataset = readDataset(data);
  const caches = folders.map((folder) => {
    const cache = openFeatureCache(folder);
    const backbone = cache.header.backbone.split('@')[0]!;
    const taps = TEACH_TAPS[backbone];
    if (taps === undefined) throw new Error(`teachData: no taps are chosen for ${backbone} in ${folder}`);
    return { cache, backbone: cache.header.backbone, taps };
  });
  const photos = (['train', 'query'] as const)
    .flatMap((wanted) => dataset.photos.filter(({ role }) => role === wanted))
    .map((photo) => ({ photo, key: contentKeyOfFile(join(dataset.folder, photo.file)) }))
    .filter(({ key }) => caches.every(({ cache }) => cache.has(key)));
  const fitted = photos.filter(({ photo }) => photo.role === 'train').length;
  const channels = caches.flatMap(({ cache, taps }) =>
    taps.flatMap((tap) => [cache.header.taps[tap]!, cache.header.taps[tap]!]),
  );
  const width = channels.reduce((sum, d) => sum + d, 0);
  const features = new Float32Array(photos.length * width);
  photos.forEach(({ key }, n) => {
    features.set(pooledParts(caches, key, width, (map) => [pooledMap(map)])[0]!, n * width);
  });
  const scaled = balanceTaps(features, channels);
  const scales = channels.flatMap((d, part) => Array<number>(d).fill(scaled[part]!));
  const layer = vectorLayer(features, width, fitted, whitening);
  const vectors = photos.map(({ key }, n) => {
    const windows = whole ? [] : pooledParts(caches, key, width, pooledGrid);
    const rows = new Float32Array((1 + windows.length) * width);
    rows.set(features.subarray(n * width, (n + 1) * width));
    windows.forEach((window, i) =>
      rows.set(
        window.map((value, k) => value * scales[k]!),
        (1 + i) * width,
      ),
    );
    return photoVectors(rows, width, layer);
  });
  for (const { cache } of caches) cache.close();
  const categories = [...new Set(dataset.photos.flatMap(({ labels }) => labels))].sort();
  const truths = photos.map(({ photo }) => categories.map((name) => truthOf(photo, name)));
  const part = (from: number, to: number): TeachPhotos => ({
    bags: bagsOf(vectors.slice(from, to), layer.bias.length),
    truths: truths.slice(from, to),
  });
  return {
    categories: categories.length,
    gallery: part(0, fitted),
    queries: part(fitted, photos.length),
    layer,
    scales,
    parts: caches.map(({ backbone, taps }) => ({ backbone, taps })),
  };
}

/** The parts of each map that `pool` makes, joined over all maps. */
function pooledParts(
  caches: readonly { readonly cache: FeatureCache; readonly taps: readonly string[] }[],
  key: string,
  width: number,
  pool: (map: CachedMap) => Float32Array[],
): Float32Array[] {
  const parts = caches.flatMap(({ cache, taps }) => {
    const { maps } = cache.photo(key, taps);
    return taps.map((tap) => pool(maps[tap]!));
  });
  return Array.from(parts[0]!, (_, i) => {
    const joined = new Float32Array(width);
    let at = 0;
    for (const part of parts) {
      joined.set(part[i]!, at);
      at += part[i]!.length;
    }
    return joined;
  });
}
