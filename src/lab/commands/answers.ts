import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { probePicture } from '../../pipeline/analyser/probePicture.ts';
import { ANSWER_SIZES, type AnswerSize, answerToStore } from '../../pipeline/analyser/storedAnswers.ts';

/**
 * npm run answers [-- --models public/models]
 *
 * Writes what the shipped network gives for the drawn picture, which every engine has to give at its start before it is trusted. It is made
 * by the kernels' plain references on tfjs's backend in plain JavaScript: some minutes. To be run after the heads, the layers of the appearance codes, the backbone, the ranking of
 * the proposals or the way to the proposals changed; a test says when.
 */
const FILE = 'src/pipeline/analyser/storedAnswers.json';

const { values: options } = parseArgs({ options: { models: { type: 'string', default: 'public/models' } } });

await tf.setBackend('cpu');
const network = await createNetwork(async (name) => new Uint8Array(readFileSync(join(options.models, name))).buffer);
const answerAt = async (size: AnswerSize) => {
  const { width, height, proposals } = ANSWER_SIZES[size];
  console.log(`The drawn picture at ${width}×${height}, ${proposals} proposals at most`);
  return answerToStore((await network.analyse(probePicture(width, height), { atMost: proposals })).analysis);
};
const answers = { photo: await answerAt('photo'), strip: await answerAt('strip') };
writeFileSync(FILE, `${JSON.stringify({ version: network.version, answers }, null, 2)}\n`);
console.log(`${FILE}: ${network.version}`);
process.exit();
