import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type NamedArray, writeSafetensors } from '../../base/weights/safetensors.ts';
import { PROPOSAL_SETTINGS } from '../../proposals/proposer.ts';
import type { Mlp } from '../../proposals/ranking/mlp.ts';
import { boxedPhotos } from '../proposals/boxedPhotos.ts';
import { candidateRows } from '../proposals/candidateRows.ts';
import { type TrainingRows, trainMlp } from '../proposals/mlpTraining.ts';
import { movedRankingRows, moveRows, rankingRows } from '../proposals/rankingRows.ts';

/**
 * Trains the proposals' ranking on the human boxes of `train` photos and writes it with its provenance:
 *   npm run train:proposals -- --data DIR [--photos N] [--seed N] [--out FOLDER]
 */
const TRAINING = { hidden: [32, 16], epochs: 4, batch: 256, rate: 4e-3, decay: 1e-3, seed: 3 } as const;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    photos: { type: 'string', default: '900' },
    seed: { type: 'string', default: '5' },
    out: { type: 'string', default: 'public/models' },
  },
});
if (values.data === undefined)
  throw new Error('train:proposals: --data DIR is missing, a folder in the format of shared/data/voc07');
const photos = boxedPhotos(values.data, 'train', Number(values.photos));
const candidates = await candidateRows(photos, PROPOSAL_SETTINGS, Number(values.seed), (done) => {
  if (done % 50 === 0 || done === photos.length) console.log(`candidates of ${done} of ${photos.length} photos`);
});
const rowCount = candidates.overlaps.length;
console.log(`${rowCount} rows of ${candidates.inputs} features`);

const tensors = new Map<string, NamedArray>();
const lossByEpoch: Record<string, number[]> = {};
const train = (name: string, rows: TrainingRows): Mlp => {
  const { mlp, losses } = trainMlp(rows, TRAINING);
  console.log(
    `${name}, ${rows.rows.length / rows.inputs} rows: loss by epoch ${losses.map((loss) => loss.toFixed(4)).join(' ')}`,
  );
  lossByEpoch[name] = losses.map((loss) => Number(loss.toFixed(5)));
  mlp.layers.forEach((layer, k) => {
    tensors.set(`${name}.${k}.weight`, { shape: [layer.outputs, layer.inputs], values: layer.weights });
    tensors.set(`${name}.${k}.bias`, { shape: [layer.outputs], values: layer.bias });
  });
  return mlp;
};
train('ranking', rankingRows(candidates));
const moves = train('moves', moveRows(candidates));
train('movedRanking', movedRankingRows(candidates, moves));

const weightsFile = join(values.out, 'proposals.safetensors');
mkdirSync(values.out, { recursive: true });
writeFileSync(weightsFile, new Uint8Array(writeSafetensors({ tensors, metadata: { format: '1' } }, 'F32')));
const provenance = {
  what: 'Ranking of the geodesic object proposals: segment features to the chance of each overlap with an object, to moves of the box, and to its chances when moved',
  madeBy: `npm run train:proposals -- --data DIR --photos ${values.photos} --seed ${values.seed}`,
  data: `${photos.length} photos of role train, evenly spread, human boxes of non-difficult objects; no photo of role query`,
  seed: Number(values.seed),
  rows: rowCount,
  settings: PROPOSAL_SETTINGS,
  training: TRAINING,
  lossByEpoch,
};
writeFileSync(join(values.out, 'proposals.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
console.log(`wrote ${weightsFile}`);
