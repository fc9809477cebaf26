import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { seededRandom } from '../../base/seededRandom.ts';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { AppearanceDescription } from '../../network/appearance/appearanceFile.ts';
import { backboneVersion } from '../../network/backbone/backbone.ts';
import { layerShapes } from '../../network/backbone/backboneDescription.ts';
import { backboneNamed } from '../../network/backbone/backbones.ts';
import { appearanceFileOf } from '../../network/shippedFiles.ts';
import { readDataset } from '../data/readDataset.ts';
import type { FeatureJobDone } from '../features/featureJob.ts';
import { fillCache } from '../features/fillCache.ts';
import { APPEARANCE_TAPS, CODES, DRAWN_COPIES } from '../train/appearance/appearanceConfig.ts';
import type { AppearanceJob, AppearanceWorkerSettings } from '../train/appearance/appearanceJob.ts';
import { cachedViews } from '../train/appearance/cachedViews.ts';
import { crossValidated } from '../train/appearance/crossValidation.ts';
import { fitAppearance } from '../train/appearance/fitAppearance.ts';

/**
 * npm run train:appearance -- --data DIR [--cache .facet/appearance] [--backbone nanodet-g] [--models public/models]
 *                             [--out public/models] [--limit N] [--workers 2]
 *
 * Fits the hash layers of the appearance codes without any label: photos of role `train` (a seeded sample of N of them with --limit) are edited
 * by the seed, and the layers learn what an edit leaves as it was. Features are computed once and kept in the cache folder. Writes the weights
 * with their provenance, and in it how the codes do across two halves of the photos.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string', default: '.facet/appearance' },
    backbone: { type: 'string', default: 'nanodet-g' },
    models: { type: 'string', default: 'public/models' },
    out: { type: 'string', default: 'public/models' },
    limit: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
if (options.data === undefined) throw new Error('train:appearance: wanted --data DIR');
const backbone = backboneNamed(options.backbone);
const tapNames = APPEARANCE_TAPS[backbone.name];
if (tapNames === undefined)
  throw new Error(
    `train:appearance: no taps are chosen for ${backbone.name}, wanted one of ${Object.keys(APPEARANCE_TAPS).join(', ')}`,
  );
const shapes = layerShapes(backbone, 224, 224);
const description: AppearanceDescription = {
  backbone: backbone.name,
  taps: tapNames.map((tap) => ({ tap, channels: shapes.get(tap)!.channels })),
};
const features = description.taps.reduce((sum, { channels }) => sum + channels, 0);
const weightsVersion = backboneVersion(
  backbone,
  readSafetensors(new Uint8Array(readFileSync(join(options.models, `${backbone.name}.safetensors`))).buffer),
  backbone.inputSide,
);
const dataset = readDataset(options.data);
// Drawn once, so that a limit takes a sample and the photos of a smaller limit are among those of a larger one.
const random = seededRandom(DRAWN_COPIES.seed);
const jobs = dataset.photos
  .filter(({ role }) => role === 'train')
  .map(({ id, file }): AppearanceJob & { draw: number } => {
    const seed = Math.floor(random() * 2 ** 32);
    return { id, path: join(dataset.folder, file), seed, variant: String(seed), draw: random() };
  })
  .sort((a, b) => a.draw - b.draw)
  .slice(0, options.limit === undefined ? undefined : Number(options.limit));
const settings: AppearanceWorkerSettings = { models: options.models, description };
const cache = await fillCache<FeatureJobDone>(jobs, {
  folder: options.cache,
  header: {
    backbone: `${weightsVersion} ${JSON.stringify({ description, ...DRAWN_COPIES })}`,
    inputSide: backbone.inputSide,
    flip: false,
    dtype: 'float16',
    taps: { photo: features, regions: features },
  },
  what: 'photos and copies',
  workers: Number(options.workers),
  startWorker: () => new Worker(new URL('./appearanceWorker.js', import.meta.url), { workerData: settings }),
  mapsOf: ({ maps }) => maps,
});
const start = Date.now();
const ids = jobs.map(({ id }) => id).filter((id) => cache.has(id));
const photos = cachedViews(cache, ids, 'photo', 1 + DRAWN_COPIES.copies);
const regions = cachedViews(cache, ids, 'regions', 2);
cache.close();
const regionsPerPhoto = DRAWN_COPIES.copies * DRAWN_COPIES.regionsPerCopy;
const crossValidation = {
  photo: crossValidated(photos, APPEARANCE_BITS, CODES),
  region: crossValidated(regions, REGION_APPEARANCE_BITS, CODES, regionsPerPhoto),
};
for (const [what, { first, ten, median, among }] of Object.entries(crossValidation)) {
  console.error(
    `${what}: across halves the original is first for ${first.toFixed(3)}, among ten for ${ten.toFixed(3)}, median place ${median}, among ${among}`,
  );
}

const name = appearanceFileOf([backbone.name]);
mkdirSync(options.out, { recursive: true });
writeFileSync(
  join(options.out, name),
  new Uint8Array(writeSafetensors(fitAppearance(description, photos, regions), 'F16')),
);
const provenance = {
  data: { photos: ids.length, role: 'train', labels: 'none' },
  backbone: weightsVersion,
  settings: { taps: tapNames, copies: DRAWN_COPIES, codes: CODES },
  crossValidation,
  minutes: Math.round((Date.now() - start) / 6000) / 10,
};
const card = join(options.out, name.replace('.safetensors', '.provenance.json'));
writeFileSync(card, `${JSON.stringify(provenance, null, 2)}\n`);
console.error(`wrote ${join(options.out, name)} and ${card}`);
