import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { backboneVersion } from '../../network/backbone/backbone.ts';
import { layerShapes } from '../../network/backbone/backboneDescription.ts';
import { backboneNamed } from '../../network/backbone/backbones.ts';
import { COCO_CLASSES } from '../../network/backbone/cocoClasses.ts';
import { DETECTOR_TAPS } from '../../network/backbone/detectorBoxes.ts';
import { INPUT_SIDE } from '../../network/backbone/networkInput.ts';
import { HEADS_FILE } from '../../network/shippedFiles.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { readDataset } from '../data/readDataset.ts';
import type { FeatureCache } from '../features/featureCache.ts';
import { fillRegionCache } from '../train/cache/regionCache.ts';
import { readCheckpoint, writeCheckpoint } from '../train/checkpoint.ts';
import { trainHeads } from '../train/trainHeads.ts';
import { HEAD_TAPS, TRAINING } from '../train/trainingConfig.ts';
import { trainingReport } from '../train/trainingReport.ts';

/**
 * npm run train -- --data DIR [--cache .facet/training] [--maps DIR] [--mirrored-maps DIR] [--backbone nanodet-g]
 *                  [--out public/models] [--limit N] [--workers 2] [--fresh]
 *
 * Trains the heads from image labels alone on the photos of role `train` and `extra` and writes the weights with their
 * provenance and a report. Features are computed once and kept in the cache folder; a run that was cut off goes on after
 * its last finished stage (--fresh begins again). `--maps` and `--mirrored-maps` are folders written by `npm run features`,
 * the second with `--flip`, which saves running the backbone.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string', default: '.facet/training' },
    maps: { type: 'string' },
    'mirrored-maps': { type: 'string' },
    backbone: { type: 'string', default: 'nanodet-g' },
    models: { type: 'string', default: 'public/models' },
    out: { type: 'string', default: 'public/models' },
    limit: { type: 'string' },
    workers: { type: 'string', default: '2' },
    fresh: { type: 'boolean', default: false },
  },
});
if (options.data === undefined) throw new Error('train: wanted --data DIR');

const load = async (name: string): Promise<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(options.models, name))).buffer;
const backbone = backboneNamed(options.backbone);
const shapes = layerShapes(backbone, 224, 224);
const headTaps = HEAD_TAPS[backbone.name];
if (headTaps === undefined)
  throw new Error(`train: no taps are chosen for ${backbone.name}, wanted one of ${Object.keys(HEAD_TAPS).join(', ')}`);
const taps = headTaps.map(({ tap, levels }) => ({ tap, levels, channels: shapes.get(tap)!.channels }));

const dataset = readDataset(options.data);
const trainable = dataset.photos.filter(({ role }) => role === 'train' || role === 'extra');
const photos = options.limit === undefined ? trainable : trainable.slice(0, Number(options.limit));
const categories = [...new Set(trainable.flatMap(({ labels }) => labels))].sort();
if (photos.length < 2 || categories.length < 1) {
  throw new Error(
    `train: ${options.data} holds ${photos.length} photos to train on with ${categories.length} labels, wanted at least 2 and 1`,
  );
}

const detectorClasses = DETECTOR_TAPS.every((tap) => backbone.taps.includes(tap)) ? COCO_CLASSES.length : 0;
mkdirSync(options.cache, { recursive: true });
const { version: proposalsVersion } = await loadProposer(load);
const weightsVersion = backboneVersion(
  backbone,
  readSafetensors(await load(`${backbone.name}.safetensors`)),
  INPUT_SIDE,
);
/** Region features of all photos, as they are or mirrored. */
function regionsOf(mirrored: boolean): Promise<FeatureCache> {
  return fillRegionCache(
    photos.map(({ id, file }) => ({ id, path: join(dataset.folder, file) })),
    {
      folder: join(options.cache, `regions-${backbone.name}${mirrored ? '-mirrored' : ''}`),
      version: `${weightsVersion} ${proposalsVersion}`,
      inputSide: INPUT_SIDE,
      workers: Number(options.workers),
      settings: {
        models: options.models,
        backbone: backbone.name,
        taps,
        proposalsPerPhoto: TRAINING.proposalsPerPhoto,
        maps: (mirrored ? options['mirrored-maps'] : options.maps) ?? null,
        mirrored,
        detectorClasses,
      },
      startWorker: (workerData) => new Worker(new URL('./regionsWorker.js', import.meta.url), { workerData }),
    },
  );
}
const asTheyAre = await regionsOf(false);
const mirrorImages = TRAINING.mirrored ? await regionsOf(true) : null;
const readable = photos.filter(({ id }) => asTheyAre.has(id) && (mirrorImages?.has(id) ?? true));
console.error(`${readable.length} photos, ${categories.length} categories`);

await tf.setBackend('wasm');
const start = Date.now();
const checkpoint = join(options.cache, `checkpoint-${backbone.name}.safetensors`);
const trained = await trainHeads(
  {
    description: {
      backbone: backbone.name,
      categories,
      taps,
      detectorClasses,
      hidden: TRAINING.members * TRAINING.hidden,
      groupWidth: TRAINING.groupWidth,
      semanticHidden: TRAINING.semanticHidden,
      bitsPerCategory: TRAINING.bitsPerCategory,
      maxProposals: TRAINING.proposalsPerPhoto,
      poolTemperature: TRAINING.labels.temperature,
    },
    photos: readable,
    mirrored: mirrorImages !== null,
    regionsOf: ({ id }, mirrored) =>
      (mirrored && mirrorImages !== null ? mirrorImages : asTheyAre).halves(id, 'regions').halves,
  },
  {
    resume: options.fresh ? null : readCheckpoint(checkpoint),
    onCheckpoint: (file) => writeCheckpoint(checkpoint, file),
    onEpoch: ({ stage, epoch, epochs, loss }) => {
      console.error(
        `${stage}: epoch ${epoch} of ${epochs}, loss ${loss.toFixed(4)}, ${Math.round((Date.now() - start) / 1000)} s`,
      );
    },
  },
);
asTheyAre.close();
mirrorImages?.close();

mkdirSync(options.out, { recursive: true });
const name = backbone.name === 'nanodet-g' ? HEADS_FILE : HEADS_FILE.replace('heads-', `heads-${backbone.name}-`);
writeFileSync(join(options.out, name), new Uint8Array(writeSafetensors(trained.file, 'F16')));
const provenance = {
  data: {
    photos: readable.length,
    train: readable.filter(({ role }) => role === 'train').length,
    extra: readable.filter(({ role }) => role === 'extra').length,
    labels: 'image labels alone; no boxes',
    photosPerCategory: Object.fromEntries(
      categories.map((category) => [category, readable.filter(({ labels }) => labels.includes(category)).length]),
    ),
  },
  backbone: weightsVersion,
  proposals: proposalsVersion,
  settings: TRAINING,
  minutes: Math.round((Date.now() - start) / 6000) / 10,
};
writeFileSync(
  join(options.out, name.replace('.safetensors', '.provenance.json')),
  `${JSON.stringify(provenance, null, 2)}\n`,
);
writeFileSync(join(options.cache, 'report.svg'), trainingReport(trained.epochs));
console.error(
  `wrote ${join(options.out, name)} and its provenance; loss curves in ${join(options.cache, 'report.svg')}`,
);
