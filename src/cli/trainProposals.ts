import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PAIR_SETTINGS, PROPOSAL_SETTINGS } from '../proposals/proposer.ts';
import { readSafetensors, writeSafetensors, type NamedArray } from '../weights/safetensors.ts';
import { boxedPhotos, type BoxedPhoto } from './proposals/boxedPhotos.ts';
import { trainMlp } from './proposals/mlpTraining.ts';
import { rankingRows } from './proposals/rankingRows.ts';

/**
 * Trains the proposals' ranking on the human boxes of `train` photos and writes it with its provenance:
 *   npm run train:proposals -- --data DIR [--pairs] [--seed N] [--out FOLDER]
 * With `--pairs` the ranking for `PAIR_SETTINGS` is trained and added to the weights that are in the folder.
 */
const TRAINING = { hidden: [32, 16], epochs: 3, batch: 64, rate: 2e-3, decay: 1e-3, seed: 3 } as const;

/** The shipped weights saw this many evenly spread photos in each pass, in each pass those of even place first. */
const PASSES = [240, 500] as const;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pairs: { type: 'boolean', default: false },
    seed: { type: 'string', default: '5' },
    out: { type: 'string', default: 'public/models' },
  },
});
if (values.data === undefined) throw new Error('train:proposals: --data DIR is missing, a folder in the format of shared/data/voc07');
const photos = trainingPhotos(values.data);
const settings = values.pairs ? PAIR_SETTINGS : PROPOSAL_SETTINGS;
const prefix = values.pairs ? 'pairRanking' : 'ranking';
const weightsFile = join(values.out, 'proposals.safetensors');
const rows = await rankingRows(photos, settings, Number(values.seed), (done) => {
  if (done % 50 === 0 || done === photos.length) console.log(`candidates of ${done} of ${photos.length} photos`);
});
console.log(`${rows.weights.length} rows of ${rows.inputs} features`);
const { mlp, losses } = trainMlp(rows, TRAINING);
console.log(`loss by epoch: ${losses.map((loss) => loss.toFixed(4)).join(' ')}`);

const tensors = new Map<string, NamedArray>();
if (values.pairs && existsSync(weightsFile)) {
  const held = readSafetensors(new Uint8Array(readFileSync(weightsFile)).buffer);
  for (const [name, array] of held.tensors) if (!name.startsWith('pairRanking.')) tensors.set(name, array);
}
mlp.layers.forEach((layer, k) => {
  tensors.set(`${prefix}.${k}.weight`, { shape: [layer.outputs, layer.inputs], values: layer.weights });
  tensors.set(`${prefix}.${k}.bias`, { shape: [layer.outputs], values: layer.bias });
});
mkdirSync(values.out, { recursive: true });
writeFileSync(weightsFile, new Uint8Array(writeSafetensors({ tensors, metadata: { format: '1' } }, 'F32')));
const provenance = {
  what: 'Ranking of the geodesic object proposals: segment features to expected overlap with an object',
  madeBy: `npm run train:proposals -- --data DIR${values.pairs ? ' --pairs' : ''} --seed ${values.seed}`,
  data: `${photos.length} photos of role train (evenly spread, ${PASSES.join(' and ')}), human boxes of non-difficult objects; no photo of role query`,
  seed: Number(values.seed), rows: rows.weights.length, settings, training: TRAINING,
  lossByEpoch: losses.map((loss) => Number(loss.toFixed(5))),
};
writeFileSync(join(values.out, 'proposals.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
console.log(`wrote ${weightsFile}`);

function trainingPhotos(folder: string): BoxedPhoto[] {
  return PASSES.flatMap((count) => {
    const spread = boxedPhotos(folder, 'train', count);
    return [...spread.filter((_, i) => i % 2 === 0), ...spread.filter((_, i) => i % 2 === 1)];
  });
}
