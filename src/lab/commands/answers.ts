import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { answersFileOf, DEFAULT_BACKBONE, headsFileOf } from '../../network/shippedFiles.ts';
import { answersOf } from '../../pipeline/analyser/answersOf.ts';
import { ANSWER_SIZES } from '../../pipeline/analyser/storedAnswers.ts';
import { modelFiles } from '../data/modelFiles.ts';

/**
 * npm run answers [-- --models public/models] [--backbone nanodet-g+googlenet]
 *
 * Writes what the shipped network gives for the drawn picture, which every engine has to give at its start before it is trusted. It is made
 * by the kernels' plain references on tfjs's backend in plain JavaScript: some minutes. To be run after the heads, the layers of the appearance codes, the backbone, the ranking of
 * the proposals or the way to the proposals changed; a test says when. With `--backbone` the answers of another network, into a file beside its
 * heads, for those who bring its weights.
 */
const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'public/models' },
    backbone: { type: 'string', default: DEFAULT_BACKBONE },
  },
});
const { backbone } = options;
const file =
  backbone === DEFAULT_BACKBONE
    ? 'src/pipeline/analyser/storedAnswers.json'
    : join(options.models, answersFileOf(backbone));

await tf.setBackend('cpu');
const network = await createNetwork(modelFiles(options.models), { heads: headsFileOf(backbone) });
const answers = await answersOf(network, (size) => {
  const { width, height, proposals } = ANSWER_SIZES[size];
  console.log(`The drawn picture at ${width}×${height}, ${proposals} proposals at most`);
});
writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`);
console.log(`${file}: ${network.version}`);
process.exit();
