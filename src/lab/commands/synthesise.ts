import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { progressOn } from '../data/progress.ts';
import { sampledTopics } from '../synthesise/sampledTopics.ts';
import { SCENES, scenesToStore, storedScenes } from '../synthesise/sceneCodes.ts';
import type { SynthesisOptions } from '../synthesise/synthesised.ts';
import { synthesiseFile } from '../synthesise/synthesiseFile.ts';
import { composedTopics } from '../synthesise/topics.ts';

/**
 * npm run gallery:synthesise -- --photos N --out FILE [--seed S] [--from INDEX]
 *
 * Writes an index file of N photos that nobody took, for benches and tests: codes drawn like given ones with bits flipped, small pictures,
 * dates over two decades, folders, cameras, a fiftieth of them copies. Given codes are those of INDEX, an index file of any gallery; without
 * it, codes of drawn scenes that lie in the project, and the file is for the model of public/models. The same N and seed give the same bytes.
 *
 * npm run gallery:synthesise -- --scenes makes the codes of the drawn scenes again, after the heads have changed.
 */
const { values: options } = parseArgs({
  options: {
    photos: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string' },
    scenes: { type: 'boolean', default: false },
    models: { type: 'string', default: 'public/models' },
  },
});

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`gallery:synthesise: got --${name} ${text}, wanted a whole number of at least ${least}`);
  return value;
}

/** Of the shipped model, or of the file that the photos are drawn like. */
async function drawnFrom(seed: number): Promise<Omit<SynthesisOptions, 'photos' | 'seed'>> {
  if (options.from !== undefined) {
    const { header, topics } = await sampledTopics(options.from);
    return { ...header, topics };
  }
  await tf.setBackend('wasm');
  const { version, categories, bitsPerCategory, dispose } = await createNetwork(modelFiles(options.models));
  dispose();
  const layout = { categories, bitsPerCategory };
  return { ...layout, modelVersion: version, topics: composedTopics(storedScenes(layout), layout, seed) };
}

if (options.scenes) {
  const file = 'src/lab/synthesise/sceneCodes.json';
  await tf.setBackend('wasm');
  const progress = progressOn(process.stderr, 'scenes', SCENES);
  const network = await createNetwork(modelFiles(options.models));
  writeFileSync(file, await scenesToStore(network, (done) => progress.step(done)));
  progress.end();
} else {
  if (options.photos === undefined || options.out === undefined)
    throw new Error('gallery:synthesise: --photos N and --out FILE are missing');
  const photos = wholeNumber('photos', options.photos, 1);
  const seed = wholeNumber('seed', options.seed, 0);
  const drawn = await drawnFrom(seed);
  const progress = progressOn(process.stderr, 'photos', photos);
  synthesiseFile(options.out, { photos, seed, ...drawn }, (done) => progress.step(done));
  progress.end();
}
process.exit();
