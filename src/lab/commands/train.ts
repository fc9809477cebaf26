import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { backboneVersion } from '../../network/backbone/backbone.ts';
import { backbonesNamed } from '../../network/backbone/backbones.ts';
import { DEFAULT_BACKBONE, headsFileOf } from '../../network/shippedFiles.ts';
import { headInputs } from '../../network/training/headTaps.ts';
import { trainedDescription } from '../../network/training/trainedDescription.ts';
import { trainHeads } from '../../network/training/trainHeads.ts';
import { TRAINING } from '../../network/training/trainingConfig.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { readDataset } from '../data/readDataset.ts';
import type { FeatureCache } from '../features/featureCache.ts';
import { fillRegionCache } from '../train/cache/regionCache.ts';
import { readCheckpoint, writeCheckpoint } from '../train/checkpoint.ts';
import { crossValidatedLabels, withoutTaps } from '../train/crossValidation.ts';
import { trainingReport } from '../train/trainingReport.ts';

/**
 * npm run train -- --data DIR [--cache .facet/training] [--maps DIR] [--mirrored-maps DIR] [--backbone nanodet-g+ssd-mobilenetv2]
 *                  [--out public/models] [--limit N] [--members 4] [--workers 2] [--fresh] [--folds 4 [--leave-out TAP,…]]
 *
 * Trains the heads from image labels alone on the photos of role `train` and `extra` and writes the weights with their
 * provenance and a report. Features are computed once and kept in the cache folder; a run that was cut off goes on after
 * its last finished stage (--fresh begins again). `--backbone` is one network or several with `+` between them
 * (nanodet-g+ssd-mobilenetv2), whose weights lie in `--models` (public/models). `--maps` and `--mirrored-maps` are folders written by
 * `npm run features` for the same backbone, the second with `--flip`, which saves running it. `--folds` trains no heads: it tells how
 * good a label branch is on parts of role `train` left out in turn, for choices that must not look at the queries, `--leave-out` without
 * some of the taps. `--members` is how many label branches are merged: half of them take half the time and a little of the quality.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string', default: '.facet/training' },
    maps: { type: 'string' },
    'mirrored-maps': { type: 'string' },
    backbone: { type: 'string', default: DEFAULT_BACKBONE },
    models: { type: 'string', default: 'public/models' },
    out: { type: 'string', default: 'public/models' },
    limit: { type: 'string' },
    members: { type: 'string', default: String(TRAINING.members) },
    workers: { type: 'string', default: '2' },
    fresh: { type: 'boolean', default: false },
    folds: { type: 'string' },
    'leave-out': { type: 'string' },
  },
});
if (options.data === undefined) throw new Error('train: wanted --data DIR');

const load = modelFiles(options.models);
const members = Number(options.members);
if (!Number.isInteger(members) || members < 1)
  throw new Error(`train: --members: got ${options.members}, wanted a positive whole number`);
const inputs = headInputs(options.backbone);
const parts = backbonesNamed(options.backbone);

const dataset = readDataset(options.data);
const trainable = dataset.photos.filter(({ role }) => role === 'train' || role === 'extra');
const photos = options.limit === undefined ? trainable : trainable.slice(0, Number(options.limit));
const categories = [...new Set(trainable.flatMap(({ labels }) => labels))].sort();
if (photos.length < 2 || categories.length < 1) {
  throw new Error(
    `train: ${options.data} holds ${photos.length} photos to train on with ${categories.length} labels, wanted at least 2 and 1`,
  );
}

mkdirSync(options.cache, { recursive: true });
const { version: proposalsVersion } = await loadProposer(load);
const weightsVersions = await Promise.all(
  parts.map(async (part) =>
    backboneVersion(part, readSafetensors(await load(`${part.name}.safetensors`)), part.inputSide),
  ),
);
const weightsVersion = weightsVersions.join('+');
/** Region features of all photos, as they are or mirrored. */
function regionsOf(mirrored: boolean): Promise<FeatureCache> {
  return fillRegionCache(
    photos.map(({ id, file }) => ({ id, path: join(dataset.folder, file) })),
    {
      folder: join(options.cache, `regions-${options.backbone}${mirrored ? '-mirrored' : ''}`),
      version: `${weightsVersion} ${proposalsVersion}`,
      inputSide: Math.max(...parts.map(({ inputSide }) => inputSide)),
      workers: Number(options.workers),
      settings: {
        models: options.models,
        ...inputs,
        proposalsPerPhoto: TRAINING.proposalsPerPhoto,
        maps: (mirrored ? options['mirrored-maps'] : options.maps) ?? null,
        mirrored,
      },
      startWorker: (workerData) => new Worker(new URL('./regionsWorker.js', import.meta.url), { workerData }),
    },
  );
}
const asTheyAre = await regionsOf(false);
const mirrorImages = TRAINING.mirrored ? await regionsOf(true) : null;
const readable = photos.filter(({ id }) => asTheyAre.has(id) && (mirrorImages?.has(id) ?? true));
console.error(`${readable.length} photos, ${categories.length} categories`);

const description = trainedDescription(options.backbone, categories, members, TRAINING);

await tf.setBackend('wasm');
if (options.folds !== undefined) {
  await crossValidate(Number(options.folds), options['leave-out']?.split(',') ?? []);
  process.exit();
}
const start = Date.now();
const checkpoint = join(options.cache, `checkpoint-${options.backbone}.safetensors`);
const trained = await trainHeads(
  {
    description,
    photos: readable,
    members,
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
const name = headsFileOf(options.backbone);
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
  settings: { ...TRAINING, members },
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

/** Label mAP of one member's branch on parts of role `train` that it has not seen; writes nothing. */
async function crossValidate(folds: number, leftOut: readonly string[]): Promise<void> {
  const { description: reduced, cut } = withoutTaps(description, leftOut);
  const figures = await crossValidatedLabels(
    { description: reduced, photos: readable, regionsOf: ({ id }) => cut(asTheyAre.halves(id, 'regions').halves) },
    folds,
    ({ labelMap, photos: count }, fold) =>
      console.log(`fold ${fold + 1}: label mAP ${labelMap.toFixed(4)} on ${count} photos`),
    ({ stage, epoch, epochs, loss }) => console.error(`${stage}: epoch ${epoch} of ${epochs}, loss ${loss.toFixed(4)}`),
  );
  const mean = figures.reduce((sum, { labelMap }) => sum + labelMap, 0) / figures.length;
  console.log(
    `${options.backbone}${leftOut.length > 0 ? ` without ${leftOut.join(', ')}` : ''}: label mAP ${mean.toFixed(4)}`,
  );
}
