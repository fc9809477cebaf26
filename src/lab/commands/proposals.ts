import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { proposalModel } from '../../proposals/ranking/proposalModel.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { boxedPhotos } from '../proposals/boxedPhotos.ts';
import { drawProposals } from '../proposals/drawProposals.ts';
import { evaluateProposals } from '../proposals/evaluateProposals.ts';

/**
 * Looks at the proposals from a terminal:
 *   npm run proposals -- PHOTO --out FILE.png           boundary map, superpixels, geodesic distance and the top boxes
 *   npm run proposals -- --evaluate DIR [--limit N]     recall on the `query` photos of DIR
 * `--plain` leaves the learned numbers out, `--boxes N` sets how many boxes are drawn.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    evaluate: { type: 'string' },
    limit: { type: 'string', default: 'Infinity' },
    out: { type: 'string', default: 'proposals.png' },
    boxes: { type: 'string', default: '20' },
    weights: { type: 'string', default: 'public/models/proposals.safetensors' },
    plain: { type: 'boolean', default: false },
  },
});
if (!values.plain && !existsSync(values.weights))
  throw new Error(`proposals: no weights at ${values.weights}; make them by npm run train:proposals, or say --plain`);
const model = values.plain ? null : proposalModel(readSafetensors(new Uint8Array(readFileSync(values.weights)).buffer));
if (values.evaluate !== undefined) {
  await evaluateProposals(boxedPhotos(values.evaluate, 'query', Number(values.limit)), model);
} else if (positionals[0] !== undefined) {
  await drawProposals(await decodePhoto(positionals[0]), model, Number(values.boxes), values.out);
  console.log(`wrote ${values.out}`);
} else {
  throw new Error('proposals: got neither a photo nor --evaluate DIR');
}
