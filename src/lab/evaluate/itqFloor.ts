import { packBooleans } from '../../codes/packedCodes.ts';
import type { SemanticBits } from '../../network/heads/photoAnalysis.ts';
import { leaveOneOutRetrieval, semanticRetrieval } from '../../pipeline/measures/semanticRetrieval.ts';
import { contentKeyOfFile } from '../data/contentKey.ts';
import { type CachedMap, type FeatureCache, openFeatureCache } from '../features/featureCache.ts';
import { type ItqOptions, itqCodes, learnItq } from '../quantisation/itq.ts';

/** mAP of codes that know no label, by number of bits. */
export interface FloorFigures {
  readonly map: number;
  /** The queries search each other. */
  readonly unseen: number;
}

/** A photo on disk with its labels. */
export interface FloorPhoto {
  readonly file: string;
  readonly labels: readonly string[];
}

const TAPS = ['stride16', 'stride32'] as const;

/**
 * The floor beside the learnt codes: iterative quantisation of the frozen backbone's own features, the mean of each channel
 * over the photo at strides 16 and 32, each tap scaled to length 1. Learnt on the database, as our codes are.
 * @param folder a feature cache of `npm run features`
 * @throws Error naming the first photo that the cache lacks.
 */
export function itqFloor(
  folder: string,
  categories: readonly string[],
  database: readonly FloorPhoto[],
  queries: readonly FloorPhoto[],
  options: ItqOptions = {},
): Record<SemanticBits, FloorFigures> {
  const cache = openFeatureCache(folder);
  try {
    const dimensions = TAPS.reduce((sum, tap) => sum + (cache.header.taps[tap] ?? 0), 0);
    const known = featuresOf(cache, folder, database, dimensions);
    const asked = featuresOf(cache, folder, queries, dimensions);
    const labelSets = (photos: readonly FloorPhoto[]) =>
      packBooleans(
        categories.length,
        photos.flatMap(({ labels }) => categories.map((name) => labels.includes(name))),
      );
    const knownLabels = labelSets(database);
    const askedLabels = labelSets(queries);
    const floor = (bits: SemanticBits): FloorFigures => {
      const model = learnItq(known, dimensions, bits, options);
      const codes = itqCodes(model, asked);
      const { map } = semanticRetrieval(
        { codes: itqCodes(model, known), labelSets: knownLabels },
        { codes, labelSets: askedLabels },
      );
      return { map, unseen: leaveOneOutRetrieval({ codes, labelSets: askedLabels }).map };
    };
    return { 16: floor(16), 32: floor(32), 48: floor(48), 64: floor(64) };
  } finally {
    cache.close();
  }
}

/** // (photos, dimensions) */
function featuresOf(
  cache: FeatureCache,
  folder: string,
  photos: readonly FloorPhoto[],
  dimensions: number,
): Float32Array {
  const out = new Float32Array(photos.length * dimensions);
  photos.forEach(({ file }, n) => {
    const key = contentKeyOfFile(file);
    if (!cache.has(key)) throw new Error(`${folder} has no features of photo ${file}`);
    const { maps } = cache.photo(key, TAPS);
    let at = n * dimensions;
    for (const tap of TAPS) {
      const mean = channelMeans(maps[tap]!);
      out.set(mean, at);
      at += mean.length;
    }
  });
  return out;
}

/** Mean over the map's cells, scaled to length 1. // (d,) */
function channelMeans({ d, values }: CachedMap): Float32Array {
  const mean = new Float32Array(d);
  for (let at = 0; at < values.length; at += d) for (let c = 0; c < d; c++) mean[c]! += values[at + c]!;
  const length = Math.hypot(...mean) || 1;
  return mean.map((x) => x / length);
}
