import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { TAUGHT_RIDGE } from '../../network/taught/learnCategory.ts';
import { bagsOf } from '../../network/taught/photoBags.ts';
import { LEARNED } from '../../network/taught/taughtCategory.ts';
import { VECTOR_TENSORS } from '../../network/vectors/vectorFile.ts';
import { truthOf } from '../../pipeline/measures/labelFigures.ts';
import { contentKeyOfFile } from '../data/contentKey.ts';
import { readDataset } from '../data/readDataset.ts';
import { type CachedMap, openFeatureCache } from '../features/featureCache.ts';
import {
  balanceTaps,
  photoVectors,
  pooledGrid,
  pooledMap,
  TEACH_TAPS,
  vectorLayer,
  WHITENING,
} from '../train/teach/photoVectors.ts';
import { TEACH, type TeachPhotos, teachFigures } from '../train/teach/teachFigures.ts';

/**
 * npm run teach:measure -- --data DIR --maps DIR2[,DIR3] [--whitening 0.5] [--ridge 0.1] [--json FILE] [--out FILE] [--whole]
 *
 * How well a category is learned from a few photos that hold it: each category of the data set in turn, taught from photos of role `train` by
 * image labels alone, mean AP on those of role `query`. DIR2 holds feature maps as `npm run features` writes them, several folders with commas
 * between them; photos that one of them lacks are left out. `--out` writes the layer that makes the vectors, of one folder of maps with one
 * tap, as the page reads it. The page keeps vectors of a photo's proposals beside that of the whole photo; windows of a grid stand for them
 * here, where there are maps alone, unless `--whole` leaves them out. Nothing here is fitted to a label, but what the backbone was trained on may be.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    maps: { type: 'string' },
    whitening: { type: 'string', default: String(WHITENING) },
    ridge: { type: 'string', default: String(TAUGHT_RIDGE) },
    json: { type: 'string' },
    out: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});
if (options.data === undefined || options.maps === undefined)
  throw new Error('teach:measure: wanted --data DIR and --maps DIR2');

const dataset = readDataset(options.data);
const caches = options.maps.split(',').map((folder) => {
  const cache = openFeatureCache(folder);
  const name = cache.header.backbone.split('@')[0]!;
  const taps = TEACH_TAPS[name];
  if (taps === undefined) throw new Error(`teach:measure: no taps are chosen for ${name} in ${folder}`);
  return { cache, taps };
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
/** The parts of each map that `pool` makes, joined over all maps. */
function pooledParts(key: string, pool: (map: CachedMap) => Float32Array[]): Float32Array[] {
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

const features = new Float32Array(photos.length * width);
photos.forEach(({ key }, n) => {
  features.set(pooledParts(key, (map) => [pooledMap(map)])[0]!, n * width);
});
const scales = balanceTaps(features, channels);
const layer = vectorLayer(features, width, fitted, Number(options.whitening));
const dimensions = layer.bias.length;
const scaleOf = channels.flatMap((d, part) => Array<number>(d).fill(scales[part]!));
const vectors = photos.map(({ key }, n) => {
  const windows = options.whole ? [] : pooledParts(key, pooledGrid);
  const rows = new Float32Array((1 + windows.length) * width);
  rows.set(features.subarray(n * width, (n + 1) * width));
  windows.forEach((window, i) =>
    rows.set(
      window.map((value, k) => value * scaleOf[k]!),
      (1 + i) * width,
    ),
  );
  return photoVectors(rows, width, layer);
});
for (const { cache } of caches) cache.close();
const categories = [...new Set(dataset.photos.flatMap(({ labels }) => labels))].sort();
const truths = photos.map(({ photo }) => categories.map((name) => truthOf(photo, name)));
const part = (from: number, to: number): TeachPhotos => ({
  bags: bagsOf(vectors.slice(from, to), dimensions),
  truths: truths.slice(from, to),
});
const [only, ...more] = caches;
if (options.out !== undefined && only !== undefined) {
  const [tap, ...moreTaps] = only.taps;
  if (tap === undefined || more.length + moreTaps.length > 0)
    throw new Error('teach:measure: a layer is written of one folder of maps and one tap');
  // The page has the features as they are, so the scales are in the weights.
  const weight = Float32Array.from(layer.weight, (value, at) => {
    const feature = Math.floor(at / dimensions);
    return value * scaleOf[feature]!;
  });
  const file = {
    metadata: { backbone: only.cache.header.backbone.split('@')[0]!, tap },
    tensors: new Map([
      [VECTOR_TENSORS.weight, { shape: [width, dimensions], values: weight }],
      [VECTOR_TENSORS.bias, { shape: [dimensions], values: Float32Array.from(layer.bias) }],
    ]),
  };
  writeFileSync(options.out, new Uint8Array(writeSafetensors(file, 'F16')));
  const provenance = {
    data: { photos: fitted, role: 'train', labels: 'none' },
    backbone: only.cache.header.backbone,
    settings: { tap, pooled: ['mean', 'maximum'], dimensions, whitening: Number(options.whitening) },
  };
  writeFileSync(
    options.out.replace(/(\.safetensors)?$/, '.provenance.json'),
    `${JSON.stringify(provenance, null, 2)}\n`,
  );
}
const start = Date.now();
const { byExamples, answered, told } = teachFigures(part(0, fitted), part(fitted, photos.length), {
  ...LEARNED,
  ridge: Number(options.ridge),
});
const seconds = (Date.now() - start) / 1000;
const teach = { ...byExamples, [`answered${TEACH.questions}`]: answered };
const text = Object.entries(teach).map(([key, ap]) => `${key}: ${ap.toFixed(3)}`);
console.log(
  `${categories.length} categories × ${TEACH.draws} draws, ${fitted} photos and ${photos.length - fitted} queries: AP ${text.join(', ')} (${seconds.toFixed(0)} s)`,
);
for (const [count, { ece, promised, kept, found }] of Object.entries(told))
  console.log(
    `after ${count}: calibration error ${ece.toFixed(3)}; over the gate ${kept.toFixed(2)} are right, ${promised.toFixed(2)} are promised, and ${found.toFixed(2)} of those there are found`,
  );
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ teach, told }, null, 2)}\n`);
